import { LitElement, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { base, buttons, cells } from '../pages/styles.js';
import { beside, items, propose } from './beside.js';
import { Fetched } from './fetched.js';
import { Named, department, place } from './names.js';
import { Keys } from './keys.js';
import { desk } from './styles.js';

/** 0 to 1: below it two texts share the language and no matter. */
const ALIKE = 0.3;

const OVER = ['CLOSED', 'MERGED', 'NOT_ACCEPTED', 'WITHDRAWN'];

/** Orders with a similar text: how they ended, or, to be merged with, those that are open. */
class BesideSimilar extends LitElement {
  static properties = {
    order: { type: Object },
    choosing: { type: Boolean },
    empty: { type: Boolean, reflect: true },
  };

  static styles = [base, buttons, cells, desk, beside];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
    this.found = new Fetched(this, () => `/api/work-orders/${this.order.id}/similar`);
    // Where nothing compares texts, those of the same matter in the same village are at hand.
    this.near = new Fetched(this, () =>
      this.choosing && this.found.missing
        ? `/api/work-orders?limit=20&category=${this.order.categoryCode}&place=${this.order.gridCode.slice(0, 12)}`
        : null,
    );
    new Keys(this, () =>
      this.choosing ? this.#shown().map((each, index) => ({ key: `${index + 1}`, text: '', run: () => this.#choose(each) })) : [],
    );
    this.empty = true;
  }

  #shown() {
    const alike = items(this.found.body).filter((each) => each.likeness >= ALIKE);
    const all = [...alike, ...items(this.near.body)].filter((each) => each.id !== this.order.id);
    return (this.choosing ? all.filter((each) => !OVER.includes(each.state)) : all).slice(0, this.choosing ? 8 : 2);
  }

  updated() {
    this.empty = this.#shown().length === 0;
  }

  render() {
    return html`<h4>${t(this.choosing ? 'similar.open' : 'similar.past')}</h4>
      <ul>
        ${this.#shown().map(
          (each, index) => html`<li>
            <div>
              <div class="two-lines">${each.text ?? each.textStart}</div>
              <div class="quiet">
                ${[each.number, word('state', each.state), department(each.lead), each.gridCode ? place(each.gridCode) : '',
                  each.resultCode ? word('resultCode', each.resultCode) : ''].filter(Boolean).join(' · ')}
              </div>
            </div>
            ${this.#button(each, index)}
          </li>`,
        )}
      </ul>`;
  }

  #choose(each) {
    propose(this, { parent: each.number, reason: t('similar.same') });
  }

  #button(each, index) {
    if (this.choosing) {
      return html`<button type="button" class="button" aria-label=${t('similar.merge-into', { number: each.number })}
        @click=${() => this.#choose(each)}>${t('similar.choose')} <kbd>${index + 1}</kbd></button>`;
    }
    return each.lead
      ? html`<button type="button" class="button" aria-label=${t('candidates.take', { name: department(each.lead) })}
          @click=${() => propose(this, { lead: each.lead, reason: t('similar.as', { number: each.number }) })}>${t('candidates.take-short')}</button>`
      : nothing;
  }
}
customElements.define('beside-similar', BesideSimilar);
