import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { loginStatus, logIn, onLogin, who } from '../pages/login.js';
import { base } from '../pages/styles.js';
import { clock } from '../pages/time.js';
import { lostSince, onConnection } from './live.js';

/** Below the head, when something is not as it should be: no network, no news, no login; and since when. */
class ConnectionLine extends LitElement {
  static properties = { unreachable: { state: true } };

  static styles = [
    base,
    css`
      p {
        align-items: center;
        background: var(--soon-ground);
        border-bottom: 1px solid var(--line);
        color: var(--soon);
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        padding: 6px 16px;
      }
      button {
        background: var(--brand);
        border: 0;
        border-radius: var(--round);
        color: var(--on-brand);
        cursor: pointer;
        font: inherit;
        font-weight: 600;
        min-height: var(--target);
        padding: 0 16px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.again = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    this.stops = [onLogin(this.again), onConnection(this.again)];
    addEventListener('online', this.again);
    addEventListener('offline', this.again);
  }

  disconnectedCallback() {
    this.stops.forEach((stop) => stop());
    removeEventListener('online', this.again);
    removeEventListener('offline', this.again);
    super.disconnectedCallback();
  }

  render() {
    return html`<div role="status">${this.#line()}</div>`;
  }

  #line() {
    if (!navigator.onLine) {
      this.offlineSince ??= Date.now();
      return html`<p>${t('line.offline', { since: clock(this.offlineSince) })}</p>`;
    }
    this.offlineSince = null;
    if (loginStatus() === 'out' && who()) {
      return html`<p>
        <span>${this.unreachable ? t('login.unreachable') : t('line.login-expired')}</span>
        <button type="button" @click=${this.#leave}>${t('login.button')}</button>
      </p>`;
    }
    return lostSince() ? html`<p>${t('line.lost', { since: clock(lostSince()) })}</p>` : nothing;
  }

  async #leave() {
    this.unreachable = false;
    try {
      await logIn();
    } catch {
      this.unreachable = true;
    }
  }
}
customElements.define('connection-line', ConnectionLine);
