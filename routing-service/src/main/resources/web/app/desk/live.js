import { onLogin, token, tokenRefused } from '../pages/login.js';

/**
 * What changes, as it changes. An EventSource cannot say who is asking, so the stream is read by fetch. While it is cut
 * the page says since when; afterwards whatever is shown is asked for again.
 */
const changes = new EventTarget();

/** In milliseconds: a blink is not worth a word. */
const WORTH_SAYING = 5_000;
const LONGEST_PAUSE = 30_000;

/** Longer than the service is silent (it says something every 20 seconds at the latest). */
const SILENCE = 45_000;

let cutSince = null;
let running = false;
let pause = 1000;

/** Since when nothing is heard, in milliseconds; null while all is well, or has hardly begun not to be. */
export function lostSince() {
  return cutSince && Date.now() - cutSince > WORTH_SAYING ? cutSince : null;
}

/** @param listener is told {id, number, state, version}; or null: anything may have changed */
export function onLive(listener) {
  const hear = (event) => listener(event.detail);
  changes.addEventListener('live', hear);
  return () => changes.removeEventListener('live', hear);
}

/** @param listener is told that the connection was lost or is back */
export function onConnection(listener) {
  changes.addEventListener('connection', listener);
  return () => changes.removeEventListener('connection', listener);
}

export async function startLive() {
  if (running) {
    return;
  }
  running = true;
  onLogin(() => wake?.());
  addEventListener('online', () => wake?.());
  for (;;) {
    try {
      const there = await listen();
      if (!there) {
        return;
      }
    } catch {
      // Said by the line below the head; tried again after a pause.
    }
    lost();
    await rest();
  }
}

let wake = null;

function rest() {
  const waited = pause;
  pause = Math.min(pause * 2, LONGEST_PAUSE);
  return new Promise((done) => {
    wake = done;
    setTimeout(done, waited);
  });
}

function lost() {
  if (!cutSince) {
    cutSince = Date.now();
    setTimeout(() => changes.dispatchEvent(new Event('connection')), WORTH_SAYING + 100);
  }
}

function found() {
  pause = 1000;
  const was = cutSince;
  cutSince = null;
  if (was) {
    changes.dispatchEvent(new Event('connection'));
    tell(null);
  }
}

function tell(detail) {
  changes.dispatchEvent(new CustomEvent('live', { detail }));
}

async function listen() {
  const stop = new AbortController();
  let silence = setTimeout(() => stop.abort(), SILENCE);
  const answer = await fetch('/api/live', {
    headers: { Authorization: `Bearer ${await token()}`, Accept: 'text/event-stream' },
    signal: stop.signal,
  });
  if (answer.status === 401) {
    tokenRefused();
  }
  if (!answer.ok) {
    return answer.status !== 404 && answer.status !== 403;
  }
  found();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return true;
      }
      clearTimeout(silence);
      silence = setTimeout(() => stop.abort(), SILENCE);
      const parts = (rest + value).split('\n\n');
      rest = parts.pop();
      parts.forEach(hear);
    }
  } finally {
    clearTimeout(silence);
  }
}

function hear(part) {
  const body = part
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trimStart())
    .join('\n');
  if (body) {
    tell(JSON.parse(body));
  }
}
