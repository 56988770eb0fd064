import { LitElement, css, html } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base } from '../pages/styles.js';
import './texts.js';
import { begin } from '../pages/login.js';
import { startOutbox } from './outbox.js';
import { forgetReads, keepSetting, setting } from './store.js';
import './signal-line.js';
import './today-view.js';
import './visit-view.js';
import './request-view.js';
import './echo-view.js';
import './sent-view.js';
import './slips-view.js';
import './withdrawal-view.js';

const VIEWS = [
  [/^#\/visit\/([^/]+)\/request\/([^/]+)$/, (visit, request) =>
    html`<request-view .visitId=${visit} .requestId=${request}></request-view>`],
  [/^#\/visit\/([^/]+)$/, (visit) => html`<visit-view .visitId=${visit}></visit-view>`],
  [/^#\/echo\/([^/]+)$/, (request) => html`<echo-view .requestId=${request}></echo-view>`],
  [/^#\/slips\/([^/]+)$/, (visit) => html`<slips-view .visitId=${visit}></slips-view>`],
  [/^#\/withdrawal\/([^/]+)\/([^/]+)$/, (visit, request) =>
    html`<withdrawal-view .visitId=${visit} .requestId=${request}></withdrawal-view>`],
  [/^#\/sent$/, () => html`<sent-view></sent-view>`],
  [/^/, () => html`<today-view></today-view>`],
];

/** The whole form: its address says which view is shown. */
class PhoneForm extends LitElement {
  static properties = { route: { state: true } };

  static styles = [
    base,
    css`
      :host {
        margin: 0 auto;
        max-width: 640px;
        min-height: 100vh;
        min-height: 100dvh;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.route = location.hash;
    this.follow = () => {
      this.route = location.hash;
      scrollTo(0, 0);
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.follow);
    begin({ setting, keepSetting, forget: forgetReads }).then(startOutbox);
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.follow);
    super.disconnectedCallback();
  }

  render() {
    document.title = t('app.name');
    const [pattern, view] = VIEWS.find(([each]) => each.test(this.route));
    return view(...(pattern.exec(this.route) ?? []).slice(1));
  }
}
customElements.define('phone-form', PhoneForm);
