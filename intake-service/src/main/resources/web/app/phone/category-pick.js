import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { findCategories, guessCategories, recentCategories } from './categories.js';
import { Read } from './reads.js';

/**
 * A category by a tap: of those that the county's rules or the text suggest, of those used last, or of those found. Says
 * "chosen".
 */
class CategoryPick extends LitElement {
  static properties = { chosen: {}, text: {}, proposed: {}, error: {}, typed: { state: true }, recent: { state: true } };

  static styles = [
    base,
    buttons,
    css`
      .label {
        font-weight: 600;
        padding-bottom: 4px;
      }
      .chosen {
        align-items: center;
        border: 1px solid var(--brand);
        border-radius: var(--round);
        display: flex;
        gap: 8px;
        justify-content: space-between;
        padding-inline-start: 12px;
      }
      .chosen .button {
        border: 0;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-bottom: 12px;
      }
      .chips .button {
        max-width: 100%;
        padding: 4px 12px;
        text-align: start;
      }
      .found .button {
        border-color: var(--line);
        justify-content: space-between;
        margin-top: 8px;
        text-align: start;
        width: 100%;
      }
      .error {
        color: var(--late);
        font-weight: 600;
        padding-top: 4px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.categories = new Read(this, () => '/api/categories');
    this.typed = '';
    this.recent = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    this.recent = await recentCategories();
  }

  get all() {
    return this.categories.body?.items ?? [];
  }

  render() {
    return html`<div role="group" aria-labelledby="label">
      <div class="label" id="label">${t('request.category')}</div>
      ${this.chosen ? this.#chosen() : this.#pick()}
      ${this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing}
    </div>`;
  }

  #chosen() {
    const category = this.all.find((each) => each.code === this.chosen);
    const proposed = this.#proposed;
    return html`<div class="chosen">
        <span>${category?.name ?? this.chosen}</span>
        <button type="button" class="button plain" @click=${() => this.#choose(null)}>${t('request.category-change')}</button>
      </div>
      ${proposed
        ? html`<p class="quiet" role="status">${t('request.category-proposed')}</p>
            <button type="button" class="button" @click=${() => this.#choose(proposed.code)}>${proposed.name}</button>`
        : nothing}`;
  }

  /** Where the rules would choose another one. */
  get #proposed() {
    return this.proposed && this.proposed !== this.chosen ? this.all.find((each) => each.code === this.proposed) : null;
  }

  #pick() {
    if (!this.all.length) {
      return this.categories.settled
        ? html`<p class="quiet">${t('request.category-empty')}</p>`
        : html`<pages-skeleton lines="2"></pages-skeleton>`;
    }
    const proposed = this.#proposed;
    const alike = guessCategories(this.all, this.text ?? '').filter((category) => category !== proposed);
    const guessed = proposed ? [proposed, ...alike] : alike;
    const recent = this.recent
      .map((code) => this.all.find((each) => each.code === code))
      .filter((category) => category && !guessed.includes(category));
    return html`${this.#chips(t('request.category-guess'), guessed)}
      ${this.#chips(t('request.category-recent'), recent)}
      <pages-field
        label=${t('request.category-search')}
        .value=${this.typed}
        most="20"
        @typed=${(event) => (this.typed = event.detail)}
      ></pages-field>
      ${this.#found()}`;
  }

  #chips(label, categories) {
    return categories.length
      ? html`<p class="quiet">${label}</p>
          <div class="chips">
            ${categories.map(
              (category) => html`<button type="button" class="button" @click=${() => this.#choose(category.code)}>
                ${category.name}
              </button>`,
            )}
          </div>`
      : nothing;
  }

  #found() {
    if (!this.typed.trim()) {
      return nothing;
    }
    const found = findCategories(this.all, this.typed);
    return html`<div class="found" role="status">
      <p class="quiet">
        ${found.length
          ? t('request.category-found', { count: found.length })
          : t('request.category-none', { typed: this.typed })}
      </p>
      ${found.map(
        (category) => html`<button type="button" class="button" @click=${() => this.#choose(category.code)}>
          <span>${category.name}</span><span class="quiet">${category.group}</span>
        </button>`,
      )}
    </div>`;
  }

  #choose(code) {
    this.typed = '';
    const demands = this.all.find((each) => each.code === code)?.demands;
    this.dispatchEvent(
      new CustomEvent('chosen', { detail: { categoryCode: code, photoRequired: demands?.photoRequired ?? false } }),
    );
  }
}
customElements.define('category-pick', CategoryPick);
