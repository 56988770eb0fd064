import { LitElement, css, html } from 'lit';
import { addTexts, Speaking, t } from './language.js';
import { base } from './styles.js';

addTexts({ zh: { 'skeleton.loading': '正在读取…' }, en: { 'skeleton.loading': 'Loading…' } });

/** Where something will stand once it is read; unseen for the first moment, in which most of it comes. */
class PagesSkeleton extends LitElement {
  static properties = { lines: { type: Number } };

  static styles = [
    base,
    css`
      :host {
        animation: appear 0s 200ms both;
        padding: 16px;
      }
      @keyframes appear {
        from {
          visibility: hidden;
        }
      }
      .line {
        background: var(--line);
        border-radius: 4px;
        height: 1em;
        margin-top: 16px;
      }
      .line:first-of-type {
        margin-top: 0;
        width: 40%;
      }
      .line:last-of-type {
        width: 70%;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.lines = 3;
  }

  render() {
    return html`<span class="out-of-sight" role="status">${t('skeleton.loading')}</span>
      ${Array.from({ length: this.lines }, () => html`<div class="line"></div>`)}`;
  }
}
customElements.define('pages-skeleton', PagesSkeleton);
