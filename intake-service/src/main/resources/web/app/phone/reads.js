import { call, Problem } from '../pages/api.js';
import { locale } from '../pages/language.js';
import { onLogin } from '../pages/login.js';
import { keepRead, keptRead } from './store.js';

/**
 * What was read last, at once, and what is there now, when it comes. Without a signal what was read last stays; "at" says
 * from when it is.
 */
export class Read {
  body = null;
  at = null;
  /** Nothing more will come for now. */
  settled = false;

  /** Why the service does not show it; null if it does, or if nobody was reached. */
  problem = null;

  /**
   * @param path as a function: null while it cannot be asked
   * @param spoken whether it is in the language of the page, and so another one in another language
   */
  constructor(host, path, { spoken = false } = {}) {
    this.host = host;
    this.path = path;
    this.spoken = spoken;
    host.addController(this);
    this.again = () => this.#refresh();
  }

  hostConnected() {
    this.connected = true;
    this.#refresh();
    addEventListener('online', this.again);
    addEventListener('refresh', this.again);
    this.stop = onLogin(this.again);
  }

  hostDisconnected() {
    this.connected = false;
    this.stop();
    removeEventListener('online', this.again);
    removeEventListener('refresh', this.again);
  }

  hostUpdated() {
    if (this.#key() !== this.asked) {
      this.#refresh();
    }
  }

  #key() {
    const path = this.path();
    return path && this.spoken ? `${locale()} ${path}` : path;
  }

  async #refresh() {
    const key = this.#key();
    this.asked = key;
    if (!key || !this.connected) {
      return;
    }
    const kept = await keptRead(key);
    this.#show(key, { body: kept?.body ?? null, at: kept?.at ?? null, settled: false, problem: null });
    try {
      const body = await call('GET', this.path());
      await keepRead(key, body);
      this.#show(key, { body, at: Date.now(), settled: true });
    } catch (failure) {
      this.#show(key, { settled: true, problem: failure instanceof Problem ? failure : null });
    }
  }

  #show(key, known) {
    if (key === this.asked && this.connected) {
      Object.assign(this, known);
      this.host.requestUpdate();
    }
  }
}
