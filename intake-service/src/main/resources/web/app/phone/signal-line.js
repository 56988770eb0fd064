import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base } from '../pages/styles.js';
import { clock } from '../pages/time.js';
import { logIn, loginStatus, onLogin, Unreachable, who } from '../pages/login.js';
import { isMine, onOutbox, outboxTrouble } from './outbox.js';
import { onChange, records } from './store.js';

/** Since when there is no signal; not known of one that was gone before the page was opened. */
let gone = null;
addEventListener('offline', () => {
  gone = Date.now();
});
addEventListener('online', () => {
  gone = null;
});

/** The line below the head: what waits, why, and what to do about it. Nothing to say, nothing there. */
class SignalLine extends LitElement {
  static properties = {
    waiting: { state: true },
    refused: { state: true },
    unreachable: { state: true },
  };

  static styles = [
    base,
    css`
      p {
        align-items: center;
        background: var(--soon-ground);
        color: var(--soon);
        display: flex;
        font-size: var(--small);
        gap: 8px;
        justify-content: space-between;
        line-height: 1.4;
        padding: 8px 16px;
      }
      p.late {
        background: var(--late-ground);
        color: var(--late);
      }
      p.note {
        background: var(--note-ground);
        color: var(--note);
      }
      p + p {
        border-top: 1px solid var(--line);
      }
      a {
        color: inherit;
        display: block;
        flex: 1;
        min-height: 28px;
        padding: 4px 0;
      }
      button {
        background: var(--brand);
        border: 0;
        border-radius: var(--round);
        color: var(--on-brand);
        cursor: pointer;
        flex: none;
        font: inherit;
        font-weight: 600;
        min-height: var(--target);
        padding: 4px 20px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.waiting = 0;
    this.refused = 0;
    this.again = () => this.#count();
  }

  connectedCallback() {
    super.connectedCallback();
    this.stops = [onChange(this.again), onLogin(this.again), onOutbox(this.again)];
    addEventListener('online', this.again);
    addEventListener('offline', this.again);
    this.#count();
  }

  disconnectedCallback() {
    this.stops.forEach((stop) => stop());
    removeEventListener('online', this.again);
    removeEventListener('offline', this.again);
    super.disconnectedCallback();
  }

  async #count() {
    const mine = (await records()).filter(isMine);
    this.waiting = mine.filter((kept) => kept.state === 'waiting').length;
    this.refused = mine.filter((kept) => kept.state === 'refused').length;
    this.requestUpdate();
  }

  render() {
    return html`<div role="status">
      ${this.#signal()}
      ${this.refused
        ? html`<p class="late"><a href="#/sent">${t('line.refused', { count: this.refused })}</a></p>`
        : nothing}
    </div>`;
  }

  #signal() {
    const count = { count: this.waiting };
    if (!navigator.onLine) {
      const text = t(`line.offline${gone ? '-since' : ''}${this.waiting ? '-waiting' : ''}`, { ...count, clock: gone && clock(gone) });
      return html`<p>${this.waiting ? this.#toSent(text) : text}</p>`;
    }
    if (loginStatus() === 'out' || (!who() && !location.search.includes('state='))) {
      return this.#login(count);
    }
    if (!this.waiting) {
      return nothing;
    }
    return outboxTrouble() === 'later'
      ? html`<p>${this.#toSent(t('line.later', count))}</p>`
      : html`<p class="note">${this.#toSent(t('line.waiting', count))}</p>`;
  }

  #toSent(text) {
    return html`<a href="#/sent">${text}</a>`;
  }

  #login(count) {
    const known = who() ? t('line.login-expired') : t('line.login');
    const text = this.waiting ? t('line.login-waiting', count) : known;
    return html`<p class=${this.waiting || who() ? '' : 'note'}>
      <span>${this.unreachable ? t('line.login-unreachable') : text}</span>
      <button type="button" @click=${this.#leave}>${t('line.login-button')}</button>
    </p>`;
  }

  async #leave() {
    this.unreachable = false;
    try {
      await logIn();
    } catch (failure) {
      if (!(failure instanceof Unreachable)) {
        throw failure;
      }
      this.unreachable = true;
    }
  }
}
customElements.define('signal-line', SignalLine);
