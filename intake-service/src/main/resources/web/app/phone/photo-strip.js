import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { MOST_PHOTOS, takePhoto } from './photos.js';
import { forgetPhoto, photo } from './store.js';

/** Photos, of a request or of the check-in: taken, seen small, taken away again. Says "changed" with their ids. */
class PhotoStrip extends LitElement {
  static properties = {
    visit: {},
    requestId: {},
    ids: { type: Array },
    label: {},
    add: {},
    most: { type: Number },
    capture: { type: Boolean },
    error: {},
    shown: { state: true },
    busy: { state: true },
    fault: { state: true },
  };

  static styles = [
    base,
    buttons,
    css`
      .label {
        font-weight: 600;
        padding-bottom: 4px;
      }
      ul {
        display: grid;
        gap: 8px;
        grid-template-columns: repeat(var(--columns, 3), 1fr);
        padding-bottom: 8px;
      }
      li {
        position: relative;
      }
      img {
        aspect-ratio: var(--ratio, 1);
        border-radius: var(--round);
        display: block;
        object-fit: cover;
        width: 100%;
      }
      li button {
        background: rgb(0 0 0 / 0.7);
        border: 0;
        border-radius: 0 var(--round);
        color: #fff;
        cursor: pointer;
        font-size: 24px;
        inset: 0 0 auto auto;
        line-height: 1;
        min-height: var(--target);
        min-width: var(--target);
        position: absolute;
      }
      .fault {
        color: var(--late);
        font-weight: 600;
      }
      .button:focus-within {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.ids = [];
    this.most = MOST_PHOTOS;
    this.shown = new Map();
  }

  disconnectedCallback() {
    this.shown.forEach((address) => URL.revokeObjectURL(address));
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (changed.has('ids')) {
      this.#look();
    }
  }

  async #look() {
    for (const id of this.ids) {
      if (!this.shown.has(id)) {
        const kept = await photo(id);
        if (kept) {
          this.shown.set(id, URL.createObjectURL(kept.blob));
        }
      }
    }
    this.requestUpdate();
  }

  render() {
    return html`<div role="group" aria-label=${this.label ?? this.add}>
      ${this.label ? html`<div class="label">${this.label}</div>` : nothing}
      ${this.ids.length
        ? html`<ul>
            ${this.ids.map(
              (id, at) => html`<li>
                <img alt=${t('photo.alt', { number: at + 1 })} src=${this.shown.get(id) ?? nothing} />
                <button type="button" aria-label=${t('photo.delete', { number: at + 1 })} @click=${() => this.#remove(id)}>
                  ×
                </button>
              </li>`,
            )}
          </ul>`
        : nothing}
      ${this.ids.length >= this.most ? nothing : this.#button()}
      <p class="fault" role="alert">${this.fault ? t(this.fault) : this.error || nothing}</p>
    </div>`;
  }

  #button() {
    return html`<label class="button wide"
      ><span>${this.busy ? t('photo.busy') : this.add}</span
      ><input
        class="out-of-sight"
        type="file"
        accept="image/*"
        capture=${this.capture ? 'environment' : nothing}
        ?multiple=${this.most > 1}
        ?disabled=${this.busy}
        @change=${this.#take}
    /></label>`;
  }

  async #take(event) {
    const input = event.target;
    const files = [...input.files].slice(0, this.most - this.ids.length);
    this.busy = true;
    this.fault = null;
    for (const file of files) {
      try {
        const id = await takePhoto(file, this.visit, this.requestId);
        this.ids = [...this.ids, id];
        this.dispatchEvent(new CustomEvent('changed', { detail: this.ids }));
      } catch (failure) {
        this.fault = failure.name === 'QuotaExceededError' ? 'photo.no-room' : 'photo.failed';
      }
    }
    input.value = '';
    this.busy = false;
  }

  async #remove(id) {
    this.ids = this.ids.filter((each) => each !== id);
    this.dispatchEvent(new CustomEvent('changed', { detail: this.ids }));
    await forgetPhoto(id);
  }
}
customElements.define('photo-strip', PhotoStrip);
