import { LitElement, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { beside, propose } from './beside.js';
import { draft } from './drafts.js';
import { Fetched } from './fetched.js';
import { Keys } from './keys.js';
import { Named, category, department } from './names.js';
import { desk } from './styles.js';

/**
 * Whose it may be: the rules that are equal or nearest, and what the words of the matter suggest. A digit takes one over;
 * a rule that stands alone is taken over at once, so that two keys dispatch.
 */
class BesideCandidates extends LitElement {
  static properties = { order: { type: Object }, empty: { type: Boolean, reflect: true } };

  static styles = [base, buttons, desk, beside];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
    this.rules = new Fetched(this, () => `/api/work-orders/${this.order.id}/candidates`);
    this.words = new Fetched(this, () => `/api/work-orders/${this.order.id}/suggestions`);
    new Keys(this, () => this.#all().map((each, index) => ({ key: `${index + 1}`, text: '', run: () => propose(this, each.values) })));
  }

  #all() {
    return [...this.#candidates(), ...this.#suggestions()].slice(0, 9);
  }

  #candidates() {
    return (this.rules.body?.candidates ?? []).map((rule) => ({
      standing: rule.standing,
      values: { lead: rule.lead, assisting: rule.assisting ?? [], reason: rule.clause },
      title: department(rule.lead),
      more: [word('standing', rule.standing), rule.clause, assistingText(rule.assisting)].filter(Boolean).join(' · '),
    }));
  }

  #suggestions() {
    const found = this.words.body;
    return (found?.departments ?? []).map((each) => ({
      values: {
        lead: each.code,
        reason: t('candidates.by-words', { words: (each.words ?? []).join('、') }),
      },
      title: department(each.code),
      more: t('candidates.confidence', {
        percent: Math.round(each.confidence * 100),
        words: (each.words ?? []).join('、'),
      }),
    }));
  }

  updated() {
    const rules = this.#candidates();
    this.empty = this.rules.settled && this.words.settled && this.#all().length === 0;
    if (rules.length === 1 && rules[0].standing !== 'WINS' && !this.taken && !draft(this.order.id, 'DISPATCH')) {
      this.taken = true;
      propose(this, rules[0].values);
    }
  }

  render() {
    const rules = this.#candidates();
    const words = this.#suggestions();
    const categories = this.words.body?.categories ?? [];
    return html`${rules.length ? html`<h4>${t('candidates.rules')}</h4>${this.#list(rules, 0)}` : nothing}
      ${words.length ? html`<h4>${t('candidates.words')}</h4>${this.#list(words, rules.length)}` : nothing}
      ${categories.length
        ? html`<p class="quiet">${t('candidates.categories')}
            ${categories.map((each) => `${category(each.code)} ${Math.round(each.confidence * 100)}%`).join(' · ')}</p>`
        : nothing}`;
  }

  #list(proposals, before) {
    return html`<ul>
      ${proposals.map(
        (each, index) => html`<li>
          <div class="one-line"><div>${each.title}</div><div class="quiet">${each.more}</div></div>
          <button type="button" class="button" @click=${() => propose(this, each.values)}
            aria-label=${t('candidates.take', { name: each.title })}>${t('candidates.take-short')} <kbd>${before + index + 1}</kbd></button>
        </li>`,
      )}
    </ul>`;
  }
}
customElements.define('beside-candidates', BesideCandidates);

function assistingText(codes) {
  return codes?.length ? t('facts.assisting-short', { names: codes.map(department).join('、') }) : '';
}
