import { call, Problem } from '../pages/api.js';
import { onLogin } from '../pages/login.js';

/** What a service says to a question; the question follows from the host's state. */
export class Fetched {
  body = null;
  /** Why there is no answer, or only an old one: a Problem, LoginNeeded or Unreachable. */
  failure = null;
  /** From when the answer is. */
  at = null;

  /** @param path as a function: null while there is nothing to ask */
  constructor(host, path) {
    this.host = host;
    this.path = path;
    host.addController(this);
    this.again = () => this.refresh();
  }

  hostConnected() {
    this.connected = true;
    this.stop = onLogin(this.again);
    addEventListener('online', this.again);
    this.refresh();
  }

  hostDisconnected() {
    this.connected = false;
    this.stop();
    removeEventListener('online', this.again);
  }

  hostUpdated() {
    if (this.path() !== this.asked) {
      // What was shown is the answer to another question.
      Object.assign(this, { body: null, failure: null, at: null });
      this.host.requestUpdate();
      this.refresh();
    }
  }

  /** It is not there for whoever asks, or the service does not have it. */
  get missing() {
    return this.failure instanceof Problem && [403, 404].includes(this.failure.status);
  }

  get settled() {
    return this.body !== null || this.failure !== null;
  }

  /** @return when the answer is there */
  async refresh() {
    const path = this.path();
    this.asked = path;
    if (!path || !this.connected) {
      return;
    }
    try {
      const body = await call('GET', path);
      this.#become(path, { body, failure: null, at: Date.now() });
    } catch (failure) {
      this.#become(path, { failure });
    }
  }

  /** What is known without asking again. */
  set(body) {
    this.body = body;
    this.at = Date.now();
    this.host.requestUpdate();
  }

  #become(path, next) {
    if (path === this.asked && this.connected) {
      Object.assign(this, next);
      this.host.requestUpdate();
    }
  }
}
