import { LitElement, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { beside, propose } from './beside.js';
import { Named, department } from './names.js';
import { desk } from './styles.js';

/** 退单理由. What the department has said that gives it back: why, by which clause, and whose it is in its eyes. */
class BesideReturn extends LitElement {
  static properties = { order: { type: Object }, choosing: { type: Boolean }, empty: { type: Boolean, reflect: true } };

  static styles = [base, buttons, desk, beside];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
  }

  willUpdate() {
    this.empty = !this.order.returned;
  }

  render() {
    const { lead, returned } = this.order;
    if (!returned) {
      return nothing;
    }
    return html`<h4>${t('returned.heading', { name: department(lead) })}</h4>
      <ul>
        <li><div>${returned.reason}</div></li>
        <li><div>${t('returned.clause', { clause: returned.clause })}</div></li>
        <li>
          <div>${t('returned.suggested', { name: department(returned.suggestedDepartment) })}</div>
          ${this.choosing
            ? html`<button type="button" class="button" @click=${() => propose(this, { lead: returned.suggestedDepartment })}
                aria-label=${t('candidates.take', { name: department(returned.suggestedDepartment) })}>${t('candidates.take-short')}</button>`
            : nothing}
        </li>
      </ul>`;
  }
}
customElements.define('beside-return', BesideReturn);
