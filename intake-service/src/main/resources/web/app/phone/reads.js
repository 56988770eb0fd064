import { call } from '../pages/api.js';
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

  /** @param path as a function: null while it cannot be asked */
  constructor(host, path) {
    this.host = host;
    this.path = path;
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
    if (this.path() !== this.asked) {
      this.#refresh();
    }
  }

  async #refresh() {
    const path = this.path();
    this.asked = path;
    if (!path || !this.connected) {
      return;
    }
    const kept = await keptRead(path);
    this.#show(path, kept?.body ?? null, kept?.at ?? null, false);
    try {
      const body = await call('GET', path);
      await keepRead(path, body);
      this.#show(path, body, Date.now(), true);
    } catch {
      this.#show(path, this.body, this.at, true);
    }
  }

  #show(path, body, at, settled) {
    if (path === this.asked && this.connected) {
      Object.assign(this, { body, at, settled });
      this.host.requestUpdate();
    }
  }
}
