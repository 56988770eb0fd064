import { html } from 'lit';
import { Problem } from '../pages/api.js';
import { t, word } from '../pages/language.js';
import { LoginNeeded } from '../pages/login.js';
import { clock, readable } from '../pages/time.js';

/** What happened, in words. */
export function happened(failure) {
  if (failure instanceof Problem) {
    return failure.status >= 500 ? t('failed.service') : named(readable(failure.message));
  }
  return failure instanceof LoginNeeded ? t('failed.login') : t('failed.unreachable');
}

/**
 * Something could not be read: what happened, what is still shown, what to do.
 *
 * @param at from when that is which is shown, in milliseconds; null when nothing is
 */
export function unread(failure, at) {
  const shown = at ? html`${t('failed.shown', { when: clock(at) })} ` : '';
  return html`<pages-notice kind="soon" heading=${t(at ? 'failed.stale' : 'failed.unread')}
    ><p>${happened(failure)}</p><p>${shown}${t(`failed.read-${next(failure)}`)}</p></pages-notice>`;
}

/** Something could not be done: what happened, what was kept, what to do. */
export function undone(failure) {
  return html`<pages-notice kind="late" role="alert" heading=${t('failed.undone')}
    ><p>${happened(failure)}</p><p>${t(`failed.send-${next(failure)}`)}</p></pages-notice>`;
}

/** With the words for the states and actions that the service has named. */
function named(text) {
  return text.replace(/ ?\b([A-Z]+(?:_[A-Z]+)*)\b ?/g, (found, code) => {
    const name = [word('state', code), word('action', code)].find((each) => each !== code);
    return name ? t('failed.named', { name }) : found;
  });
}

/** What is to be done next. */
function next(failure) {
  if (!(failure instanceof Problem)) {
    return failure instanceof LoginNeeded ? 'login' : 'unreachable';
  }
  if (failure.passes) {
    return 'later';
  }
  return { 403: 'gone', 404: 'gone', 409: 'changed', 412: 'changed' }[failure.status] ?? 'mend';
}
