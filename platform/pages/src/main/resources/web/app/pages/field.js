import { LitElement, css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { base } from './styles.js';

/**
 * One thing that a person types, with its name, a hint, and what is wrong with it. Says "typed" with every keystroke.
 */
class PagesField extends LitElement {
  static properties = {
    label: {},
    hint: {},
    error: {},
    value: {},
    kind: {},
    most: { type: Number },
    lines: { type: Number },
    complete: {},
    hold: {},
  };

  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static styles = [
    base,
    css`
      label {
        display: block;
        font-weight: 600;
        padding-bottom: 4px;
      }
      input,
      textarea {
        background: var(--paper);
        border: 1px solid var(--edge);
        border-radius: var(--round);
        color: inherit;
        display: block;
        font: inherit;
        min-height: var(--target);
        padding: var(--inner) 12px;
        width: 100%;
      }
      textarea {
        resize: vertical;
      }
      .wrong input,
      .wrong textarea {
        border: 2px solid var(--late);
      }
      .error {
        color: var(--late);
        font-weight: 600;
        padding-top: 4px;
      }
      ::placeholder {
        color: var(--quiet);
        opacity: 1;
      }
    `,
  ];

  constructor() {
    super();
    this.value = '';
    this.kind = 'text';
    this.most = 200;
    this.lines = 1;
  }

  render() {
    const about = [this.hint ? 'hint' : '', this.error ? 'error' : ''].filter(Boolean).join(' ');
    return html`<div class=${this.error ? 'wrong' : ''}>
      <label for="typed">${this.label}</label>
      ${this.lines > 1 ? this.#area(about) : this.#line(about)}
      ${this.error ? html`<p class="error" id="error" role="alert">${this.error}</p>` : nothing}
      ${this.hint ? html`<p class="quiet" id="hint">${this.hint}</p>` : nothing}
    </div>`;
  }

  #area(about) {
    return html`<textarea id="typed" rows=${this.lines} maxlength=${this.most} placeholder=${this.hold ?? nothing}
      aria-describedby=${about || nothing} aria-invalid=${this.error ? 'true' : nothing}
      .value=${live(this.value ?? '')} @input=${this.#typed}></textarea>`;
  }

  #line(about) {
    return html`<input id="typed" type=${this.kind} maxlength=${this.most} placeholder=${this.hold ?? nothing}
      autocomplete=${this.complete ?? 'off'} aria-describedby=${about || nothing}
      aria-invalid=${this.error ? 'true' : nothing} .value=${live(this.value ?? '')} @input=${this.#typed} />`;
  }

  #typed(event) {
    this.value = event.target.value;
    this.dispatchEvent(new CustomEvent('typed', { detail: this.value }));
  }
}
customElements.define('pages-field', PagesField);
