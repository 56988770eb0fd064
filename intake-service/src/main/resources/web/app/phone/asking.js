import { call } from '../pages/api.js';

const PAUSE_IN_TYPING = 1200;

/** Asks about what is being written, once the writing pauses. Without a signal there is no answer. */
export class Asking {
  answer = null;

  /** @param question as a function: null while there is nothing to ask */
  constructor(host, path, question) {
    this.host = host;
    this.path = path;
    this.question = question;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.timer);
    this.asked = null;
  }

  hostUpdated() {
    const json = this.question();
    const asked = json && JSON.stringify(json);
    if (asked === this.asked) {
      return;
    }
    this.asked = asked;
    clearTimeout(this.timer);
    if (json) {
      this.timer = setTimeout(() => this.#ask(json, asked), PAUSE_IN_TYPING);
    } else {
      this.#show(null);
    }
  }

  async #ask(json, asked) {
    const answer = await call('POST', this.path, { json }).catch(() => null);
    if (asked === this.asked) {
      this.#show(answer);
    }
  }

  #show(answer) {
    if (this.answer !== answer) {
      this.answer = answer;
      this.host.requestUpdate();
    }
  }
}
