import { LitElement, css, html, nothing } from 'lit';
import { call } from '../pages/api.js';
import { Speaking, t } from '../pages/language.js';
import { base } from '../pages/styles.js';

/** In milliseconds: who types is not asked after each letter. */
const PAUSE = 600;

/** 答复检查. What the desk would find fault with, said before it is sent. */
class BesideCheck extends LitElement {
  static properties = { order: { type: Object }, values: { type: Object }, findings: { state: true } };

  static styles = [
    base,
    css`
      li + li {
        padding-top: 4px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.findings = null;
  }

  willUpdate(changes) {
    if (changes.has('values') || changes.has('order')) {
      clearTimeout(this.later);
      this.later = setTimeout(() => this.#ask(), PAUSE);
    }
  }

  disconnectedCallback() {
    clearTimeout(this.later);
    super.disconnectedCallback();
  }

  async #ask() {
    const { resultCode, text, contactLog } = this.values ?? {};
    const given = text ? { resultCode, text, contactLog } : this.order.reply;
    if (!given?.text) {
      this.findings = null;
      return;
    }
    const asked = JSON.stringify(given);
    this.asked = asked;
    try {
      const { findings } = await call('POST', `/api/work-orders/${this.order.id}/reply-check`, {
        json: { resultCode: given.resultCode, text: given.text, contactLog: given.contactLog },
      });
      if (asked === this.asked) {
        this.findings = findings;
      }
    } catch {
      // Nobody is kept from sending because a hint did not come.
      this.findings = null;
    }
  }

  render() {
    const found = this.findings;
    return html`<div role="status">
      ${found?.length === 0 ? html`<pages-notice kind="good"><p>${t('check.good')}</p></pages-notice>` : nothing}
      ${found?.length
        ? html`<pages-notice kind=${found.some((each) => each.severity === 'REFUSED') ? 'late' : 'soon'} heading=${t('check.heading')}
            ><ul>${found.map((each) => html`<li>${each.words}</li>`)}</ul></pages-notice>`
        : nothing}
    </div>`;
  }
}
customElements.define('beside-check', BesideCheck);
