import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { Fetched } from './fetched.js';
import { Keys } from './keys.js';
import { onLive } from './live.js';
import { address, go, replace, route, Routed } from './route.js';
import { is } from './session.js';
import { desk } from './styles.js';
import './order-detail.js';
import './orders-list.js';

const CLERK = ['AWAITING_SIGN', 'IN_PROGRESS', 'RETURN_REVIEW', 'ARBITRATION', 'REPLY_REVIEW', 'FOLLOW_UP', 'SUSPENDED'];
const DISPATCHER = [
  'AWAITING_DISPATCH',
  'RETURN_REVIEW',
  'REPLY_REVIEW',
  'FORWARDED_OUT',
  'AWAITING_SIGN',
  'IN_PROGRESS',
  'ARBITRATION',
  'FOLLOW_UP',
];
const SUPERVISOR = ['ARBITRATION', 'IN_PROGRESS', 'AWAITING_SIGN', 'SUSPENDED', 'RETURN_REVIEW', 'REPLY_REVIEW', 'FOLLOW_UP'];

/** The states in which somebody's work lies, the most urgent first. */
function states() {
  return is('dispatcher') ? DISPATCHER : is('supervisor') ? SUPERVISOR : CLERK;
}

/** In milliseconds: what changes at once is counted once. */
const TOGETHER = 700;

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
      .tabs {
        align-items: center;
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        display: flex;
        gap: 4px 8px;
        overflow-x: auto;
        padding: 0 16px;
      }
      .tabs a {
        align-items: center;
        border-bottom: 3px solid transparent;
        color: var(--quiet);
        display: flex;
        flex: none;
        gap: 6px;
        min-height: var(--target);
        padding: 4px 6px;
        text-decoration: none;
      }
      .tabs a[aria-current] {
        border-color: var(--brand);
        color: var(--brand);
        font-weight: 600;
      }
      .tabs .count {
        background: var(--ground);
        border-radius: 9px;
        color: var(--ink);
        font-size: var(--small);
        line-height: 1.5;
        min-width: 2.2em;
        padding: 0 6px;
        text-align: center;
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
        :host(.open) .tabs,
        :host(.open) .tools {
          display: none;
        }
      }
      @media print {
        .tabs,
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
    this.counts = new Fetched(this, () => (is('secretary') ? null : '/api/work-order-counts'));
    new Keys(this, () => [
      { key: '/', text: t('key.search'), run: () => this.renderRoot.querySelector('input').focus() },
      ...(route().params.get('open') ? [{ key: 'Escape', text: t('key.close'), run: () => this.#close() }] : []),
    ]);
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onLive(() => {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.counts.refresh(), TOGETHER);
    });
  }

  disconnectedCallback() {
    this.stop();
    clearTimeout(this.soon);
    super.disconnectedCallback();
  }

  render() {
    const { params } = route();
    const open = params.get('open');
    const state = params.get('state') ?? (params.has('text') ? '' : states()[0]);
    this.classList.toggle('open', Boolean(open));
    return html`<nav class="tabs" aria-label=${t('tabs.label')}>
        ${states().map((each) => this.#tab(each, state))} ${this.#tab('ALL', state || 'ALL')}
      </nav>
      <div class="tools">
        <input type="search" aria-label=${t('search.label')} placeholder=${t('search.hold')} maxlength="100"
          .value=${params.get('text') ?? ''} @keydown=${this.#searchKey} @search=${this.#search} />
        <a class="button plain" href=${address({ open: null, act: null }, 'print')}>${t('print.list')}</a>
      </div>
      <div class="panes ${open ? 'two' : ''}">
        <orders-list .state=${state === 'ALL' ? '' : state} .text=${params.get('text') ?? ''} .place=${params.get('place') ?? ''}
          .department=${params.get('department') ?? ''} .open=${open} @changed=${() => this.counts.refresh()}></orders-list>
        ${open ? html`<order-detail .orderId=${open} @done=${this.#done}></order-detail>` : nothing}
      </div>`;
  }

  #tab(name, state) {
    const byState = this.counts.body?.byState;
    const count = name === 'ALL' ? null : byState?.[name];
    return html`<a href=${address({ state: name, open: null, act: null })} aria-current=${name === state ? 'page' : nothing}
      >${name === 'ALL' ? t('tabs.all') : word('state', name)}
      ${name === 'ALL' ? nothing : html`<span class="count">${count ?? '·'}</span>`}</a
    >`;
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

  /** Something was done to the open order: the list shows it, and the next one is at hand. */
  #done(event) {
    this.renderRoot.querySelector('orders-list').changed(event.detail);
    this.counts.refresh();
  }
}
customElements.define('orders-view', OrdersView);
