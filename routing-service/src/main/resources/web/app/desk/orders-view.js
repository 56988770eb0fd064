import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { Keys } from './keys.js';
import { address, go, replace, route, Routed } from './route.js';
import { states } from './state-tabs.js';
import { desk } from './styles.js';
import './order-detail.js';
import './orders-list.js';

/** Work orders: a list by true due time, and beside it the one that is open. */
class OrdersView extends LitElement {
  static styles = [
    base,
    buttons,
    desk,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .tools {
        align-items: center;
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        display: flex;
        gap: 8px;
        padding: 4px 16px;
      }
      input[type='search'] {
        border: 1px solid var(--edge);
        border-radius: var(--round);
        color: inherit;
        flex: 1;
        font: inherit;
        max-width: 28em;
        min-height: var(--target);
        min-width: 0;
        padding: 0 12px;
      }
      ::placeholder {
        color: var(--quiet);
        opacity: 1;
      }
      .panes {
        display: grid;
        flex: 1;
        grid-template-columns: minmax(0, 1fr);
        min-height: 0;
      }
      .panes.two {
        grid-template-columns: minmax(380px, 5fr) minmax(0, 7fr);
      }
      orders-list,
      order-detail {
        min-height: 0;
        overflow: auto;
      }
      .two orders-list {
        border-inline-end: 1px solid var(--line);
      }
      @media (max-width: 899px) {
        .panes.two {
          grid-template-columns: minmax(0, 1fr);
        }
        .two orders-list {
          display: none;
        }
        :host(.open) state-tabs,
        :host(.open) .tools {
          display: none;
        }
      }
      @media print {
        state-tabs,
        .tools,
        orders-list {
          display: none;
        }
        :host,
        .panes,
        order-detail {
          display: block;
          height: auto;
          overflow: visible;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Routed(this);
    new Keys(this, () => [
      { key: '/', text: t('key.search'), run: () => this.renderRoot.querySelector('input').focus() },
      ...(route().params.get('open') ? [{ key: 'Escape', text: t('key.close'), run: () => this.#close() }] : []),
    ]);
  }

  render() {
    const { params } = route();
    const open = params.get('open');
    const state = params.get('state') ?? (params.has('text') ? '' : states()[0]);
    this.classList.toggle('open', Boolean(open));
    return html`<state-tabs .chosen=${state || 'ALL'}></state-tabs>
      <div class="tools">
        <input type="search" aria-label=${t('search.label')} placeholder=${t('search.hold')} maxlength="100"
          .value=${params.get('text') ?? ''} @keydown=${this.#searchKey} @search=${this.#search} />
        <a class="button plain" href=${address({ state: state || 'ALL', open: null, act: null }, 'print')}>${t('print.list')}</a>
      </div>
      <div class="panes ${open ? 'two' : ''}">
        <orders-list .state=${state === 'ALL' ? '' : state} .text=${params.get('text') ?? ''} .place=${params.get('place') ?? ''}
          .department=${params.get('department') ?? ''} .open=${open} @changed=${this.#counted}></orders-list>
        ${open ? html`<order-detail .orderId=${open} @done=${this.#done}></order-detail>` : nothing}
      </div>`;
  }

  #searchKey(event) {
    if (event.key === 'Enter') {
      this.#search(event);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      event.target.blur();
      this.renderRoot.querySelector('orders-list').focusRow();
    }
  }

  #search(event) {
    const text = event.target.value.trim();
    if (text !== (route().params.get('text') ?? '')) {
      go({ text, open: null, act: null });
    }
    this.renderRoot.querySelector('orders-list').focusRow();
  }

  #close() {
    const open = route().params.get('open');
    replace({ open: null, act: null });
    this.renderRoot.querySelector('orders-list').focusRow(open);
  }

  #counted() {
    this.renderRoot.querySelector('state-tabs').refresh();
  }

  /** Something was done to the open order: the list shows it, and the next one is at hand. */
  #done(event) {
    this.renderRoot.querySelector('orders-list').changed(event.detail);
    this.#counted();
  }
}
customElements.define('orders-view', OrdersView);
