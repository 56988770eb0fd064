import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { who } from '../pages/login.js';
import { base, buttons, cells } from '../pages/styles.js';
import { Named, category, department, place } from './names.js';
import { desk } from './styles.js';
import './due-time.js';

/** One line of a list: when it is due, what it is about, where. Says "choose" and "sign". */
class OrderRow extends LitElement {
  static properties = {
    order: { type: Object },
    gone: { type: Boolean },
    narrow: { type: Boolean, reflect: true },
    open: { type: Boolean, reflect: true },
    selectable: { type: Boolean },
    chosen: { type: Boolean, reflect: true },
    href: {},
  };

  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: false };

  static styles = [
    base,
    buttons,
    cells,
    desk,
    css`
      :host {
        align-items: center;
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        display: flex;
        gap: 8px;
        min-height: var(--target);
        padding-inline: 16px;
      }
      :host([open]) {
        box-shadow: inset 4px 0 var(--brand);
      }
      :host([chosen]) {
        background: var(--note-ground);
      }
      :host(:focus-within),
      :host(:hover) {
        background: var(--ground);
      }
      a {
        align-items: center;
        align-self: stretch;
        color: inherit;
        display: grid;
        flex: 1;
        gap: 0 16px;
        grid-template-columns: 15em minmax(0, 1fr) 13em 11em;
        min-width: 0;
        text-decoration: none;
      }
      :host([narrow]) a {
        grid-template-columns: 14em minmax(0, 1fr);
      }
      :host([narrow]) .side {
        display: none;
      }
      .text,
      .side {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      input {
        height: 18px;
        margin: 0;
        width: 18px;
      }
      .tick {
        align-items: center;
        align-self: stretch;
        cursor: pointer;
        display: flex;
        padding-inline-end: 4px;
      }
      .button {
        min-height: 28px;
        padding: 0 10px;
      }
      .gone .text,
      .gone .side {
        color: var(--quiet);
      }
      @media (max-width: 719px) {
        a {
          align-content: center;
          grid-template-columns: minmax(0, 1fr);
          padding: 8px 0;
        }
        .text {
          -webkit-box-orient: vertical;
          -webkit-line-clamp: 2;
          display: -webkit-box;
          white-space: normal;
        }
        .side {
          color: var(--quiet);
          font-size: var(--small);
        }
        .category {
          display: none;
        }
        .button {
          min-height: var(--target);
        }
        input {
          height: 24px;
          width: 24px;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
  }

  focus() {
    this.renderRoot.querySelector('a')?.focus();
    this.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const order = this.order;
    const open = order.state === 'AWAITING_SIGN';
    return html`${this.selectable
        ? html`<label class="tick"><input type="checkbox" .checked=${this.chosen} ?disabled=${!open}
            @change=${() => this.#say('choose')} aria-label=${t('row.choose', { number: order.number })} /></label>`
        : nothing}
      <a href=${this.href} aria-current=${this.open ? 'true' : nothing} class=${this.gone ? 'gone' : ''}>
        <span>${this.gone
          ? html`<span class="mark note">${t('row.now', { state: word('state', order.state) })}</span>`
          : html`<due-time .at=${order.dueAt} .clock=${order.clock} .since=${order.dispatchedAt ?? order.openedAt}></due-time>`}</span>
        <span class="text">${order.urgency === 'URGENT' ? html`<span class="mark late">${t('urgency.URGENT')}</span> ` : nothing}${order.text}</span>
        <span class="side category">${category(order.categoryCode)}</span>
        <span class="side">${place(order.gridCode)}${order.lead && !who()?.department ? html` · ${department(order.lead)}` : nothing}</span>
      </a>
      ${this.selectable && open && !this.narrow
        ? html`<button type="button" class="button" @click=${() => this.#say('sign')}
            aria-label=${t('row.sign', { number: order.number })}>${t('action.SIGN')}</button>`
        : nothing}`;
  }

  #say(what) {
    this.dispatchEvent(new CustomEvent(what));
  }
}
customElements.define('order-row', OrderRow);
