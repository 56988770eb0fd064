import { LitElement, css, html, nothing } from 'lit';
import { addTexts, language, speak, Speaking, t } from './language.js';
import { base } from './styles.js';

addTexts({
  zh: { 'head.back': '返回', 'head.language': 'English' },
  en: { 'head.back': 'Back', 'head.language': '中文' },
});

/** The head of a page: where one is, the way back, the language. Below it, what always must be seen. */
class PagesHead extends LitElement {
  static properties = { heading: {}, back: {} };

  static styles = [
    base,
    css`
      :host {
        background: var(--head);
        color: var(--on-brand);
        position: sticky;
        top: 0;
        z-index: 2;
      }
      header {
        align-items: center;
        display: flex;
        gap: 4px;
        min-height: var(--tall);
        padding: env(safe-area-inset-top) 8px 0;
      }
      h1 {
        flex: 1;
        font-size: var(--title);
        font-weight: 600;
        line-height: 1.3;
        padding-inline-start: 8px;
      }
      a,
      button {
        align-items: center;
        background: none;
        border: 0;
        border-radius: var(--round);
        color: inherit;
        cursor: pointer;
        display: flex;
        font: inherit;
        font-size: var(--small);
        justify-content: center;
        min-height: var(--target);
        min-width: var(--target);
        text-decoration: none;
      }
      a svg {
        height: 24px;
        width: 24px;
      }
      :focus-visible {
        outline-color: var(--on-brand);
        outline-offset: -4px;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
  }

  render() {
    const other = language() === 'zh' ? 'en' : 'zh';
    return html`<header>
        ${this.back
          ? html`<a href=${this.back} aria-label=${t('head.back')}
              ><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true">
                <path d="M15 4l-8 8 8 8" /></svg
            ></a>`
          : nothing}
        <h1>${this.heading}</h1>
        <slot name="beside"></slot>
        <button type="button" lang=${other} @click=${() => speak(other)}>${t('head.language')}</button>
      </header>
      <slot></slot>`;
  }
}
customElements.define('pages-head', PagesHead);
