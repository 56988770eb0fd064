import { locale } from './language.js';
import { LoginNeeded, token, tokenRefused, Unreachable } from './login.js';

/** What a service refuses, with its reason (RFC 9457). */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body?.detail ?? body?.title ?? `${status}`);
    this.status = status;
    this.code = body?.code ?? null;
    this.field = body?.field ?? null;
    this.retryAfter = retryAfter;
  }

  /** The same call may be taken another time; anything else must be mended first. */
  get passes() {
    return this.status >= 500 || [408, 425, 429].includes(this.status);
  }
}

/**
 * @param more headers, json (a body) or blob (a body), patience in milliseconds
 * @throws LoginNeeded, Unreachable, Problem
 */
export async function call(method, path, more = {}) {
  const answer = await attempt(method, path, more);
  if (answer.status !== 401) {
    return read(answer);
  }
  tokenRefused();
  const second = await attempt(method, path, more);
  if (second.status === 401) {
    throw new LoginNeeded();
  }
  return read(second);
}

async function attempt(method, path, more) {
  const headers = {
    Authorization: `Bearer ${await token()}`,
    'Accept-Language': locale(),
    ...(more.json ? { 'Content-Type': 'application/json' } : {}),
    ...(more.blob ? { 'Content-Type': more.blob.type } : {}),
    ...more.headers,
  };
  const body = more.json ? JSON.stringify(more.json) : more.blob;
  try {
    return await fetch(path, { method, headers, body, signal: AbortSignal.timeout(more.patience ?? 30_000) });
  } catch {
    throw new Unreachable();
  }
}

async function read(answer) {
  const json = answer.headers.get('Content-Type')?.includes('json') ?? false;
  let body = null;
  try {
    body = json ? await answer.json() : null;
  } catch {
    throw new Unreachable();
  }
  if (!answer.ok) {
    throw new Problem(answer.status, body, Number(answer.headers.get('Retry-After')) || null);
  }
  return body;
}
