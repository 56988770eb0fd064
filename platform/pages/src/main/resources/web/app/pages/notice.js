import { LitElement, css, html, nothing } from 'lit';
import { base } from './styles.js';

/** Says what happened, what was kept and what to do. Kinds: note, soon, late, good, empty. */
class PagesNotice extends LitElement {
  static properties = { kind: { reflect: true }, heading: {} };

  static styles = [
    base,
    css`
      :host {
        --colour: var(--note);
        --under: var(--note-ground);
        background: var(--under);
        border-inline-start: 4px solid var(--colour);
        padding: 12px 16px;
      }
      :host([kind='soon']) {
        --colour: var(--soon);
        --under: var(--soon-ground);
      }
      :host([kind='late']) {
        --colour: var(--late);
        --under: var(--late-ground);
      }
      :host([kind='good']) {
        --colour: var(--good);
        --under: var(--good-ground);
      }
      :host([kind='empty']) {
        --colour: transparent;
        --under: transparent;
        padding-block: 24px;
        text-align: center;
      }
      h3 {
        color: var(--colour);
        font-size: inherit;
      }
      :host([kind='empty']) h3 {
        color: var(--ink);
      }
      ::slotted(*) {
        margin: 0;
      }
    `,
  ];

  render() {
    return html`${this.heading ? html`<h3>${this.heading}</h3>` : nothing}<slot></slot>`;
  }
}
customElements.define('pages-notice', PagesNotice);
