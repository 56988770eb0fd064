import { LitElement, html } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base } from '../pages/styles.js';
import { dayName } from '../pages/time.js';
import { beside, items } from './beside.js';
import { Fetched } from './fetched.js';
import { Named, category, department } from './names.js';

/** 判例. How similar disputes were ruled. */
class BesidePrecedents extends LitElement {
  static properties = { order: { type: Object }, empty: { type: Boolean, reflect: true } };

  static styles = [base, beside];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
    this.found = new Fetched(this, () => `/api/work-orders/${this.order.id}/precedents`);
    this.empty = true;
  }

  updated() {
    this.empty = items(this.found.body).length === 0;
  }

  render() {
    return html`<h4>${t('precedents.heading')}</h4>
      <ul>
        ${items(this.found.body).slice(0, 5).map(
          (each) => html`<li><div>
            <div class="two-lines">${each.minutes}</div>
            <div class="quiet">${[each.number, category(each.categoryCode), t('precedents.to', { name: department(each.lead) }),
              each.ruledAt ? dayName(each.ruledAt, false) : ''].filter(Boolean).join(' · ')}</div>
          </div></li>`,
        )}
      </ul>`;
  }
}
customElements.define('beside-precedents', BesidePrecedents);
