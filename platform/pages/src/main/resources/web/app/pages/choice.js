import { LitElement, css, html, nothing } from 'lit';
import { base } from './styles.js';

/** One of a few, all of them seen; a whole tile is the target. Says "chosen". */
class PagesChoice extends LitElement {
  static properties = { label: {}, options: { type: Array }, value: {}, error: {} };

  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static styles = [
    base,
    css`
      legend {
        font-weight: 600;
        padding: 0 0 4px;
      }
      .tiles {
        display: grid;
        gap: 8px;
        grid-template-columns: repeat(auto-fit, minmax(var(--tile, 140px), 1fr));
      }
      label {
        align-items: center;
        background: var(--paper);
        border: 1px solid var(--edge);
        border-radius: var(--round);
        cursor: pointer;
        display: flex;
        justify-content: center;
        line-height: 1.3;
        min-height: var(--target);
        padding: var(--inner) 8px;
        position: relative;
        text-align: center;
      }
      input {
        appearance: none;
        border-radius: var(--round);
        cursor: pointer;
        inset: 0;
        margin: 0;
        position: absolute;
      }
      label:has(:checked) {
        background: var(--late-ground);
        border-color: var(--brand);
        box-shadow: inset 0 0 0 1px var(--brand);
        color: var(--brand);
        font-weight: 600;
      }
      label:has(:checked)::before {
        content: '✓';
        content: '✓' / '';
        padding-inline-end: 4px;
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
    this.options = [];
  }

  render() {
    return html`<fieldset aria-describedby=${this.error ? 'error' : nothing}>
      <legend>${this.label}</legend>
      <div class="tiles">
        ${this.options.map(
          (option) => html`<label
            ><input type="radio" name="choice" value=${option.value} .checked=${option.value === this.value}
              @change=${() => this.#choose(option.value)} /><span>${option.text}</span></label
          >`,
        )}
      </div>
      ${this.error ? html`<p class="error" id="error" role="alert">${this.error}</p>` : nothing}
    </fieldset>`;
  }

  #choose(value) {
    this.value = value;
    this.dispatchEvent(new CustomEvent('chosen', { detail: value }));
  }
}
customElements.define('pages-choice', PagesChoice);
