import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { categories, departments, Named } from './names.js';
import { desk } from './styles.js';

const LONGEST_REASON = 1000;

/** In days. */
const LONGEST_AHEAD = 180;

/** One thing that an action must be told, by its kind. Says "typed". */
class ActionField extends LitElement {
  static properties = { field: { type: Object }, parts: { type: Array }, action: {}, value: {}, error: {} };

  static styles = [
    base,
    buttons,
    desk,
    css`
      label.name,
      legend {
        display: block;
        font-weight: 600;
        padding-bottom: 4px;
      }
      .error {
        color: var(--late);
        font-weight: 600;
        padding-top: 4px;
      }
      pages-choice {
        --tile: 96px;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding-bottom: 6px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
  }

  focus() {
    this.updateComplete.then(() => this.renderRoot.querySelector('pages-field, select, pages-choice, pages-when')?.focus());
  }

  render() {
    const { name, kind, label, optional } = this.field;
    const key = `field.${label ?? name}`;
    const text = optional ? t('field.optional', { name: t(key) }) : t(key);
    switch (kind) {
      case 'choice':
        return html`<pages-choice label=${text} .value=${this.value} .error=${this.error}
          .options=${this.field.options.map((value) => ({ value, text: t(`${label ?? name}.${value}`) }))}
          @chosen=${(event) => this.#say(event.detail)}></pages-choice>`;
      case 'department':
        return this.#select(text, departments(), this.value);
      case 'category':
        return this.#select(text, categories(), this.value);
      case 'part':
        return this.#select(text, departments().filter(({ code }) => this.parts?.some((each) => each.department === code)), this.value);
      case 'departments':
        return this.#several(text);
      case 'date':
        return html`<pages-when label=${text} whole .ahead=${LONGEST_AHEAD} .value=${this.value ?? ''} .error=${this.error}
          @typed=${(event) => this.#say(event.detail)}></pages-when>`;
      default:
        return html`<pages-field label=${text} .lines=${kind === 'text' ? (this.field.lines ?? 3) : 1}
          .most=${this.field.most ?? LONGEST_REASON} .value=${this.value ?? ''} .error=${this.error}
          @typed=${(event) => this.#say(event.detail)}></pages-field>`;
    }
  }

  #select(text, options, chosen, name = 'one') {
    return html`<label class="name" for=${name}>${text}</label>
      <select id=${name} @change=${(event) => this.#picked(event, name)} aria-invalid=${this.error ? 'true' : nothing}
        aria-describedby=${this.error ? 'error' : nothing}>
        <option value="" .selected=${!chosen}>${t('field.choose')}</option>
        ${options.map(({ code, name: called }) => html`<option value=${code} .selected=${code === chosen}>${called}（${code}）</option>`)}
      </select>${this.#wrong()}`;
  }

  #several(text) {
    const chosen = this.value ?? [];
    return html`<div class="chips">
        ${chosen.map(
          (code) => html`<button type="button" class="button" @click=${() => this.#say(chosen.filter((each) => each !== code))}
            aria-label=${t('field.remove', { name: this.#named(code) })}>${this.#named(code)} ✕</button>`,
        )}
      </div>
      ${this.#select(text, departments().filter(({ code }) => !chosen.includes(code)), null, 'several')}`;
  }

  #named(code) {
    return departments().find((each) => each.code === code)?.name ?? code;
  }

  #picked(event, name) {
    if (name === 'one') {
      this.#say(event.target.value);
    } else if (event.target.value) {
      this.#say([...(this.value ?? []), event.target.value]);
      event.target.value = '';
    }
  }

  #wrong() {
    return this.error ? html`<p class="error" id="error" role="alert">${this.error}</p>` : nothing;
  }

  #say(value) {
    this.dispatchEvent(new CustomEvent('typed', { detail: value }));
  }
}
customElements.define('action-field', ActionField);
