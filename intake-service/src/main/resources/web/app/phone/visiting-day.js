import { isoDay } from '../pages/time.js';
import { call } from '../pages/api.js';
import { onLogin } from '../pages/login.js';
import { keepRead, keptRead } from './store.js';

/** The services are asked for today; without a signal the grids of the day that was read last still count. */
const KEPT = 'visiting-day';

/** 走访日. Whether today is one, its theme, and the grids that the team walks. */
export class VisitingDay {
  day = null;
  at = null;
  /** Nothing more will come for now. */
  settled = false;

  constructor(host) {
    this.host = host;
    host.addController(this);
    this.again = () => this.#refresh();
  }

  hostConnected() {
    this.#refresh();
    this.stop = onLogin(this.again);
    addEventListener('online', this.again);
    addEventListener('refresh', this.again);
  }

  hostDisconnected() {
    this.stop();
    removeEventListener('online', this.again);
    removeEventListener('refresh', this.again);
  }

  get grids() {
    return this.day?.grids ?? [];
  }

  async #refresh() {
    this.settled = false;
    const kept = await keptRead(KEPT);
    this.#show(kept?.body ?? null, kept?.at ?? null);
    try {
      const day = await call('GET', `/api/me/visiting-day?date=${isoDay()}`);
      await keepRead(KEPT, day);
      this.settled = true;
      this.#show(day, Date.now());
    } catch {
      this.settled = true;
      this.host.requestUpdate();
    }
  }

  #show(day, at) {
    // Whether it is a visit day, and what was done, is known of that day alone.
    const stale = day && day.date !== isoDay();
    this.day = stale ? { ...day, visitDay: null, grids: day.grids.map((grid) => ({ ...grid, status: null })) } : day;
    this.at = at;
    this.host.requestUpdate();
  }
}
