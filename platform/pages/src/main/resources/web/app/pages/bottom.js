import { LitElement, css, html } from 'lit';
import { base } from './styles.js';

/** The primary action, in the thumb's reach and always in the same place. */
class PagesBottom extends LitElement {
  static styles = [
    base,
    css`
      :host {
        background: var(--paper);
        border-top: 1px solid var(--line);
        bottom: 0;
        display: flex;
        flex-direction: column;
        gap: 8px;
        padding: 8px 16px calc(8px + env(safe-area-inset-bottom));
        position: sticky;
        z-index: 1;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  render() {
    return html`<slot></slot>`;
  }
}
customElements.define('pages-bottom', PagesBottom);
