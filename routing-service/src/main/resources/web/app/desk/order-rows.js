import { call } from '../pages/api.js';
import { onLogin } from '../pages/login.js';
import { onLive } from './live.js';

/** In milliseconds: what changes at once is asked for once. */
const TOGETHER = 700;

/** Also without a word: of what somebody does not see any longer they are not told. */
const EVERY = 60_000;

/**
 * The rows of a list. What changes meanwhile changes in its place, what has left stays where it is, marked, and what is
 * new waits until it is asked for: nothing moves under a hand that is about to press a key.
 */
export class OrderRows {
  items = null;
  total = null;
  /** How many there are at least where they are too many to be counted. */
  moreThan = null;
  next = null;
  failure = null;
  at = null;
  /** So many are new. */
  fresh = 0;
  gone = new Set();

  constructor(host, query) {
    this.host = host;
    this.query = query;
    host.addController(this);
  }

  hostConnected() {
    this.stops = [onLive(() => this.#later()), onLogin(() => this.#later())];
    this.minutely = setInterval(() => this.#later(), EVERY);
    this.#load();
  }

  hostDisconnected() {
    this.stops.forEach((stop) => stop());
    clearInterval(this.minutely);
    clearTimeout(this.later);
  }

  hostUpdated() {
    if (`${this.query()}` !== this.asked) {
      this.#show({ items: null, total: null, moreThan: null, next: null, failure: null, fresh: 0, gone: new Set() });
      this.#load();
    }
  }

  #later() {
    clearTimeout(this.later);
    this.later = setTimeout(() => (this.items?.length || this.gone.size ? this.#renew() : this.#load()), TOGETHER);
  }

  /** The page as the service has it now. */
  async #load() {
    const page = await this.#ask();
    if (page) {
      this.#show({ items: page.items, total: page.total ?? null, moreThan: page.totalMoreThan ?? null, next: page.next, fresh: 0, gone: new Set() });
    }
  }

  showFresh() {
    this.#load();
  }

  /** The rows that are shown, brought up to date in their places. */
  async #renew() {
    const page = await this.#ask(Math.min(200, Math.max(100, this.items.length)));
    if (!page) {
      return;
    }
    const now = new Map(page.items.map((order) => [order.id, order]));
    const complete = !page.next;
    const gone = new Set(this.gone);
    const items = this.items.map((order) => {
      const found = now.get(order.id);
      now.delete(order.id);
      if (found) {
        gone.delete(order.id);
      } else if (complete) {
        gone.add(order.id);
      }
      return found ?? order;
    });
    const last = items.length ? items[items.length - 1] : null;
    const fresh = [...now.values()].filter((order) => !last || !page.next || before(order, last)).length;
    this.#show({ items, total: page.total ?? null, moreThan: page.totalMoreThan ?? null, fresh, gone });
  }

  async more() {
    const page = await this.#ask(100, this.next);
    if (page) {
      const known = new Set(this.items.map((order) => order.id));
      this.#show({ items: [...this.items, ...page.items.filter((order) => !known.has(order.id))], next: page.next });
    }
  }

  /** What has become of an order, as its own answer has said; it keeps its place. */
  put(order) {
    if (!this.items) {
      return;
    }
    const was = this.items.find((each) => each.id === order.id);
    const gone = new Set(this.gone);
    if (was && was.state !== order.state) {
      gone.add(order.id);
    }
    this.#show({ items: this.items.map((each) => (each.id === order.id ? order : each)), gone });
  }

  async #ask(limit = 100, after = null) {
    const query = this.query();
    this.asked = `${query}`;
    query.set('limit', limit);
    if (after) {
      query.set('after', after);
    }
    const asked = this.asked;
    try {
      const page = await call('GET', `/api/work-orders?${query}`);
      this.#show({ failure: null, at: Date.now() });
      return asked === this.asked ? page : null;
    } catch (failure) {
      this.#show({ failure });
      return null;
    }
  }

  #show(next) {
    Object.assign(this, next);
    this.host.requestUpdate();
  }
}

/** As the service sorts: by due time, without one last. */
function before(one, other) {
  return (one.dueAt ?? '9') < (other.dueAt ?? '9');
}
