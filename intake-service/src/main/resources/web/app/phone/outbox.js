import { Problem } from '../pages/api.js';
import { LoginNeeded, onLogin, who } from '../pages/login.js';
import { deliver, slipsOf } from './deliveries.js';
import { alter, forget, forgetPhoto, keep, keepPhoto, photosOf, records } from './store.js';

/**
 * 待发送. What was submitted goes in its order, a visit's photos before the visit; by itself when the signal or the login
 * returns. What is sent again carries the key it had, so that nothing is there twice.
 */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 300_000;
const KEPT_DAYS = 30;
const DAY = 86_400_000;

const changes = new EventTarget();
let trouble = null;
let pause = FIRST_PAUSE;
let timer = null;
let again = false;
let sending = null;

/** null, 'later' (the server does not answer) or 'login' */
export function outboxTrouble() {
  return trouble;
}

export function onOutbox(listener) {
  changes.addEventListener('outbox', listener);
  return () => changes.removeEventListener('outbox', listener);
}

export function isMine(kept) {
  return !kept.owner || !who() || kept.owner.id === who().id;
}

/** From here on the record is not changed any more; a second tap finds it submitted. */
export async function submit(id) {
  const queue = ({ problem, removed, ...kept }) => ({
    ...kept,
    state: 'waiting',
    owner: kept.owner ?? who(),
    key: crypto.randomUUID(),
    queuedAt: Date.now(),
    tries: 0,
  });
  await alter(id, (kept) => (kept?.state === 'draft' ? queue(kept) : undefined), true);
  send();
}

/** To be mended: what the service refused, or what was never under way. */
export async function takeBack(id) {
  const free = (kept) => kept.state === 'refused' || (kept.state === 'waiting' && kept.tries === 0);
  await alter(id, (kept) => (kept && free(kept) ? { ...kept, state: 'draft' } : undefined));
}

/** What cannot be mended, because meanwhile it is no longer so; undone for a day. */
export function giveUp(id) {
  return alter(id, (kept) => (kept?.state === 'refused' ? { ...kept, state: 'dropped', droppedAt: Date.now() } : undefined));
}

export function undoGiveUp(id) {
  return alter(id, ({ droppedAt, ...kept }) => ({ ...kept, state: 'refused' }));
}

export function startOutbox() {
  addEventListener('online', sendAtOnce);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendAtOnce());
  onLogin(sendAtOnce);
  sendAtOnce();
}

export function sendAtOnce() {
  pause = FIRST_PAUSE;
  return send();
}

/** One turn at a time; who asks during one gets another. */
export function send() {
  again = true;
  sending ??= turns().finally(() => {
    sending = null;
  });
  return sending;
}

async function turns() {
  while (again) {
    again = false;
    clearTimeout(timer);
    await alone(turn);
  }
}

/** Of several tabs one sends. */
function alone(work) {
  return navigator.locks ? navigator.locks.request('outbox', work) : work();
}

async function turn() {
  const waiting = (await records()).filter((kept) => kept.state === 'waiting' && isMine(kept));
  if (!waiting.length) {
    become(null);
    return;
  }
  if (!navigator.onLine) {
    return;
  }
  try {
    for (const kept of waiting) {
      await sendOne(kept.id);
    }
    become(null);
    pause = FIRST_PAUSE;
    dispatchEvent(new Event('refresh'));
    await forgetOld();
  } catch (failure) {
    if (failure instanceof LoginNeeded) {
      become('login');
      return;
    }
    become('later');
    const wait = failure.retryAfter ? failure.retryAfter * 1000 : pause;
    timer = setTimeout(send, wait);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}

/** @throws what ends this turn; a refusal does not */
async function sendOne(id) {
  let begun = false;
  const kept = await alter(id, (found) => {
    begun = found?.state === 'waiting';
    return begun ? { ...found, tries: found.tries + 1 } : undefined;
  });
  if (!begun) {
    return;
  }
  try {
    await sent(kept, await deliver(kept));
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.passes) {
      throw failure;
    }
    const { status, code, field, message } = failure;
    const problem = { status, code, field, reason: message, photo: failure.photo ?? null };
    await keep({ ...kept, state: 'refused', problem }, true);
    // A service keeps for a while only what hangs on nothing: next time they are brought again.
    for (const photo of await photosOf(id)) {
      await keepPhoto({ ...photo, uploaded: false });
    }
  }
}

/** What the service has now is not kept here any longer: no names, no photos, of texts the first words. */
async function sent(kept, answer) {
  for (const photo of await photosOf(kept.id)) {
    await forgetPhoto(photo.id);
  }
  const { id, kind, owner, queuedAt, begunAt, gridName, form, startedAt } = kept;
  const count = kept.requests?.length ?? 0;
  await keep(
    { id, kind, owner, queuedAt, begunAt, gridName, form, startedAt, count, slips: slipsOf(kept, answer),
      about: kept.about ?? null, requestId: kept.requestId ?? null, state: 'sent', sentAt: Date.now() },
    true,
  );
}

async function forgetOld() {
  const now = Date.now();
  for (const kept of await records()) {
    if (kept.sentAt < now - KEPT_DAYS * DAY || kept.droppedAt < now - DAY) {
      await forget(kept.id);
    }
  }
}

function become(next) {
  if (trouble !== next) {
    trouble = next;
    changes.dispatchEvent(new Event('outbox'));
  }
}
