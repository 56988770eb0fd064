import { LitElement, css, html } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { allKeys } from './keys.js';
import { desk } from './styles.js';

/** "?": the letters that the screen hears now. Says "done". */
class KeysList extends LitElement {
  static styles = [
    base,
    buttons,
    desk,
    css`
      dialog {
        border: 1px solid var(--edge);
        border-radius: var(--round);
        max-width: 420px;
        padding: 16px 20px;
        width: calc(100% - 32px);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }
      h2 {
        color: var(--ink);
        font-size: var(--large);
        padding: 0 0 8px;
      }
      dl {
        display: grid;
        gap: 6px 16px;
        grid-template-columns: 4em 1fr;
        padding-bottom: 16px;
      }
      dt kbd {
        display: inline-block;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
  }

  firstUpdated() {
    this.renderRoot.querySelector('dialog').showModal();
  }

  render() {
    const known = new Map(allKeys().map((each) => [each.key, each.text]));
    return html`<dialog aria-labelledby="heading" @close=${this.#done}>
      <h2 id="heading">${t('menu.keys')}</h2>
      <dl>${[...known].map(([key, text]) => html`<dt><kbd>${key === 'P' ? 'Shift P' : key === 'Escape' ? 'Esc' : key}</kbd></dt><dd>${text}</dd>`)}</dl>
      <button type="button" class="button" autofocus @click=${this.#done}>${t('order.close')}</button>
    </dialog>`;
  }

  #done() {
    this.dispatchEvent(new CustomEvent('done'));
  }
}
customElements.define('keys-list', KeysList);
