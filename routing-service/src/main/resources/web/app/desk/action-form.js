import { LitElement, css, html, nothing } from 'lit';
import { Problem } from '../pages/api.js';
import { Speaking, t, word } from '../pages/language.js';
import { LoginNeeded } from '../pages/login.js';
import { base, buttons } from '../pages/styles.js';
import { ACTIONS, act } from './actions.js';
import { draft, dropDraft, keepDraft } from './drafts.js';
import { happened, undone } from './failures.js';
import { Keys } from './keys.js';
import { Named } from './names.js';
import { desk } from './styles.js';
import './action-field.js';
import './beside-candidates.js';
import './beside-check.js';
import './beside-precedents.js';
import './beside-return.js';
import './beside-similar.js';

const BESIDE = {
  candidates: (order) => html`<beside-candidates .order=${order}></beside-candidates>
    <beside-similar .order=${order}></beside-similar>`,
  check: (order, values) => html`<beside-check .order=${order} .values=${values}></beside-check>`,
  precedents: (order) => html`<beside-precedents .order=${order}></beside-precedents>`,
  returned: (order) => html`<beside-return .order=${order}></beside-return>
    <beside-precedents .order=${order}></beside-precedents>`,
  ruling: (order) => html`<beside-return .order=${order} .choosing=${true}></beside-return>
    <beside-precedents .order=${order}></beside-precedents>`,
  similar: (order) => html`<beside-similar .order=${order} .choosing=${true}></beside-similar>`,
};

/** What must be said to do something to an order. What was typed is kept until it is sent. Says "done" and "cancelled". */
class ActionForm extends LitElement {
  static properties = {
    action: {},
    order: { type: Object },
    values: { state: true },
    missing: { state: true },
    failure: { state: true },
    changed: { state: true },
    busy: { state: true },
  };

  static styles = [
    base,
    buttons,
    desk,
    css`
      :host {
        background: var(--ground);
        border-bottom: 1px solid var(--line);
        padding: 12px 16px 16px;
      }
      form {
        display: grid;
        gap: 12px;
        max-width: 44em;
      }
      .end {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
      }
      @media (hover: none), (max-width: 719px) {
        .keys {
          display: none;
        }
      }
      h3 {
        font-size: inherit;
        outline: 0;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
    this.values = {};
    new Keys(this, () => [{ key: 'Escape', run: () => this.#cancel() }]);
  }

  willUpdate(changes) {
    if (changes.has('action') || (changes.has('order') && changes.get('order')?.id !== this.order.id)) {
      const kept = draft(this.order.id, this.action);
      this.values = kept?.values ?? {};
      this.key = kept?.key ?? crypto.randomUUID();
      this.missing = [];
      this.failure = null;
      this.changed = kept && kept.version !== this.order.version;
      this.updateComplete.then(() => this.#begin());
    } else if (changes.has('order') && changes.get('order').version !== this.order.version) {
      this.changed = Object.keys(this.values).length > 0;
    }
  }

  render() {
    const { beside } = ACTIONS[this.action];
    const fields = this.#fields();
    return html`<form @submit=${this.#send} novalidate aria-label=${t(`action.${this.action}`)}>
      <h3 tabindex="-1">${t(`action.${this.action}`)}</h3>
      ${this.changed
        ? html`<pages-notice kind="soon"><p>${t('form.changed', { state: word('state', this.order.state) })}</p></pages-notice>`
        : nothing}
      ${beside && beside !== 'check' ? BESIDE[beside](this.order, this.values) : nothing}
      ${fields.map(
        (field) => html`<action-field .field=${field} .parts=${this.order.parts} .action=${this.action} .value=${this.values[field.name] ?? null}
          .error=${this.#error(field)} @typed=${(event) => this.#typed(field, event.detail)}></action-field>`,
      )}
      ${beside === 'check' ? BESIDE.check(this.order, this.values) : nothing}
      ${this.failure ? undone(this.failure) : nothing}
      <div class="end">
        <button class="button primary" ?disabled=${this.busy}>${t(`send.${this.action}`)}</button>
        <button type="button" class="button" @click=${this.#cancel}>${t('form.cancel')} <kbd>Esc</kbd></button>
        <span class="quiet keys">${t('form.keys')}</span>
      </div>
    </form>`;
  }

  firstUpdated() {
    this.renderRoot.addEventListener('propose', (event) => this.#proposed(event));
    this.renderRoot.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        this.#send(event);
      }
    });
  }

  /** Where something can be taken over by a digit, no field catches it. */
  #begin() {
    const chooses = ['candidates', 'similar'].includes(ACTIONS[this.action].beside);
    this.renderRoot.querySelector(chooses ? 'h3' : 'action-field')?.focus();
  }

  #fields() {
    return ACTIONS[this.action].fields.filter(({ onlyIf }) => !onlyIf || onlyIf(this.order));
  }

  #error(field) {
    if (this.missing.includes(field.name)) {
      return t('form.missing');
    }
    return this.failure instanceof Problem && this.failure.field === field.name ? happened(this.failure) : null;
  }

  #typed(field, value) {
    this.#become({ ...this.values, [field.name]: value });
    this.missing = this.missing.filter((name) => name !== field.name);
  }

  /** What somebody has pressed beside the form. */
  #proposed(event) {
    this.#become({ ...this.values, ...event.detail });
    this.missing = [];
    this.renderRoot.querySelector('button.primary').focus();
  }

  #become(values) {
    this.values = values;
    keepDraft(this.order.id, this.action, { values, key: this.key, version: this.order.version });
  }

  async #send(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const filled = (value) => value !== undefined && value !== null && `${value}`.trim() !== '';
    const fields = this.#fields();
    this.missing = fields
      .filter((field) => !field.optional && !filled(this.values[field.name]))
      .map((field) => field.name);
    if (this.missing.length) {
      this.renderRoot.querySelectorAll('action-field')[
        fields.findIndex((field) => this.missing.includes(field.name))
      ].focus();
      return;
    }
    const { action, order } = this;
    this.busy = true;
    this.failure = null;
    try {
      const became = await act(action, order, this.values, this.key);
      dropDraft(order.id, action);
      this.dispatchEvent(new CustomEvent('done', { detail: { name: action, order: became } }));
    } catch (failure) {
      this.#refused(failure);
    } finally {
      this.busy = false;
    }
  }

  #refused(failure) {
    this.failure = failure;
    if (failure instanceof Problem && !failure.passes) {
      // The next one is another submission; after no answer the same one is sent again, and counts once.
      this.key = crypto.randomUUID();
      this.#become(this.values);
    }
    if (failure instanceof Problem && [404, 409].includes(failure.status)) {
      this.dispatchEvent(new CustomEvent('outdated'));
    } else if (failure instanceof LoginNeeded) {
      this.#become(this.values);
    }
  }

  #cancel() {
    if (!Object.values(this.values).some((value) => value?.length)) {
      dropDraft(this.order.id, this.action);
    }
    this.dispatchEvent(new CustomEvent('cancelled'));
  }
}
customElements.define('action-form', ActionForm);
