import { Problem } from '../pages/api.js';
import { t } from '../pages/language.js';
import { LoginNeeded } from '../pages/login.js';
import { readable } from '../pages/time.js';

/** What happened, in words. */
export function explained(failure) {
  if (failure instanceof Problem) {
    return failure.status >= 500 ? t('failed.service') : readable(failure.message);
  }
  return failure instanceof LoginNeeded ? t('failed.login') : t('failed.unreachable');
}
