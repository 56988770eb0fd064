import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { loginStatus, logIn, logOut, onLogin, token, Unreachable, who } from '../pages/login.js';
import { base, buttons } from '../pages/styles.js';
import './texts.js';
import './connection-line.js';
import './holdings-view.js';
import './keys-list.js';
import './orders-view.js';
import './printed-list.js';
import { Keys } from './keys.js';
import { startLive } from './live.js';
import { Named, department } from './names.js';
import { replace, route, Routed } from './route.js';
import { beginSession, is } from './session.js';
import { desk } from './styles.js';

const VIEWS = {
  orders: () => html`<orders-view></orders-view>`,
  holdings: () => html`<holdings-view></holdings-view>`,
  print: () => html`<printed-list></printed-list>`,
};

const WIDE = matchMedia('(min-width: 720px)');

/** 工作台. What somebody sees of it follows from who has logged in; which view, from the address. */
class DeskApp extends LitElement {
  static properties = { keysShown: { state: true }, unreachable: { state: true } };

  static styles = [
    base,
    buttons,
    desk,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100vh;
        height: 100dvh;
      }
      nav {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        font-size: var(--small);
        gap: 4px 16px;
        justify-content: flex-end;
        padding: 2px 16px;
      }
      @media (max-width: 719px) {
        nav {
          justify-content: space-between;
          padding: 0 16px 6px;
        }
        nav .who,
        nav .keys {
          display: none;
        }
      }
      nav a,
      nav button {
        background: none;
        border: 0;
        color: var(--on-brand);
        cursor: pointer;
        font: inherit;
        padding: 4px 0;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      nav a[aria-current] {
        font-weight: 600;
        text-decoration: none;
      }
      nav .who {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      nav :focus-visible {
        outline-color: var(--on-brand);
      }
      main {
        flex: 1;
        min-height: 0;
        overflow: auto;
      }
      .login {
        display: grid;
        gap: 16px;
        justify-items: center;
        padding: 20vh 16px;
        text-align: center;
      }
      .login p {
        font-size: var(--large);
      }
      @media print {
        pages-head,
        connection-line {
          display: none;
        }
        :host,
        main {
          display: block;
          height: auto;
          overflow: visible;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Routed(this);
    new Named(this);
    new Keys(this, () => [
      { key: '?', text: t('key.help'), run: () => { this.keysShown = !this.keysShown; } },
      ...(this.keysShown ? [{ key: 'Escape', run: () => { this.keysShown = false; } }] : []),
    ]);
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onLogin(() => this.#loggedIn());
    this.turned = () => this.requestUpdate();
    WIDE.addEventListener('change', this.turned);
    beginSession()
      .then(() => token())
      .catch((failure) => {
        this.unreachable = failure instanceof Unreachable;
        this.requestUpdate();
      });
  }

  disconnectedCallback() {
    this.stop();
    WIDE.removeEventListener('change', this.turned);
    super.disconnectedCallback();
  }

  #loggedIn() {
    if (loginStatus() === 'in') {
      this.entered = true;
      if (!VIEWS[route().view]) {
        replace({}, is('department-head') ? 'holdings' : 'orders');
      }
      startLive();
    }
    this.requestUpdate();
  }

  render() {
    document.title = t('app.title');
    const known = this.entered;
    return html`<pages-head heading=${t('app.name')}>${known ? this.#menu() : nothing}</pages-head>
      <connection-line></connection-line>
      <main>${known ? (VIEWS[route().view] ?? VIEWS.orders)() : this.#gate()}</main>
      ${this.keysShown ? html`<keys-list @done=${() => { this.keysShown = false; }}></keys-list>` : nothing}`;
  }

  #menu() {
    const { view } = route();
    const link = (name) =>
      html`<a href="#/${name}" aria-current=${view === name ? 'page' : nothing}>${t(`menu.${name}`)}</a>`;
    const where = who().department ? department(who().department) : '';
    return html`<nav slot=${WIDE.matches ? 'beside' : nothing} aria-label=${t('menu.label')}>
      <span class="who">${[where, who().name].filter(Boolean).join(' · ')}</span>
      ${link('orders')} ${is('secretary') ? nothing : link('holdings')}
      <button type="button" class="keys" @click=${() => { this.keysShown = true; }}>${t('menu.keys')}</button>
      <button type="button" @click=${logOut}>${t('menu.logout')}</button>
    </nav>`;
  }

  #gate() {
    if (loginStatus() === 'unknown' && !this.unreachable) {
      return nothing;
    }
    return html`<div class="login">
      <p>${this.unreachable ? t('login.unreachable') : t('login.please')}</p>
      <button type="button" class="button primary" @click=${this.#leave}>${t('login.button')}</button>
    </div>`;
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
customElements.define('desk-app', DeskApp);
