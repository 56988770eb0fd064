import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { who } from '../pages/login.js';
import { base, buttons, cells } from '../pages/styles.js';
import { ACTIONS, act, offered } from './actions.js';
import { draftsOf } from './drafts.js';
import { undone, unread } from './failures.js';
import { Fetched } from './fetched.js';
import { Keys } from './keys.js';
import { onLive } from './live.js';
import { Named, department } from './names.js';
import { address, replace, route, Routed } from './route.js';
import { desk } from './styles.js';
import './action-form.js';
import './due-time.js';
import './order-facts.js';
import './order-timeline.js';

/** One work order: what it is about, why it is here, what has happened, and what can be done now. */
class OrderDetail extends LitElement {
  static properties = { orderId: {}, said: { state: true }, failure: { state: true } };

  static styles = [
    base,
    buttons,
    cells,
    desk,
    css`
      :host {
        background: var(--paper);
      }
      header {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        padding: 12px 16px 4px;
      }
      h2 {
        color: var(--ink);
        font-size: var(--large);
        padding: 0;
      }
      .actions {
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding: 4px 16px 12px;
        position: sticky;
        top: 0;
        z-index: 1;
      }
      .close {
        margin-inline-start: auto;
      }
      @media (max-width: 719px) {
        .print {
          display: none;
        }
        .actions {
          padding-top: 0;
        }
        .actions:not(:has(.button:not(.print))) {
          display: none;
        }
        h2 {
          flex: 1 0 calc(100% - 5rem);
          white-space: nowrap;
        }
        .mark,
        due-time {
          order: 1;
        }
        .close {
          padding-inline: 0;
        }
      }
      .matter {
        font-size: calc(var(--text) * 1.07);
        overflow-wrap: anywhere;
        padding: 12px 16px;
        white-space: pre-line;
      }
      .back {
        padding: 12px 16px;
        text-align: center;
      }
      .beside-form {
        max-height: 7.5em;
        overflow-y: auto;
      }
      @media print {
        .actions,
        .close,
        action-form {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
    new Routed(this);
    this.order = new Fetched(this, () => (this.orderId ? `/api/work-orders/${this.orderId}` : null));
    new Keys(this, () => (this.order.body ? this.#letters(this.order.body) : []));
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onLive((change) => {
      if (!change || (change.id === this.orderId && change.version > (this.order.body?.version ?? 0))) {
        this.order.refresh();
      }
    });
  }

  disconnectedCallback() {
    this.stop();
    super.disconnectedCallback();
  }

  willUpdate(changes) {
    if (changes.has('orderId')) {
      this.said = null;
      this.failure = null;
    }
  }

  #letters(order) {
    return [
      ...offered(order).map((name) => ({
        key: ACTIONS[name].key,
        text: t(`action.${name}`),
        run: () => this.#begin(name),
      })),
      { key: 'P', text: t('print.order'), run: () => print() },
    ];
  }

  render() {
    const order = this.order.body;
    if (!order) {
      return this.#absent();
    }
    const doing = route().params.get('act');
    return html`<header>
        <h2>${order.number}</h2>
        <span class="mark ${order.closedAt ? 'good' : 'note'}">${word('state', order.state)}</span>
        ${order.urgency === 'URGENT' ? html`<span class="mark late">${t('urgency.URGENT')}</span>` : nothing}
        ${order.dueAt ? html`<due-time .at=${order.dueAt} .clock=${order.clock}></due-time>` : nothing}
        <a class="button plain close" href=${address({ open: null, act: null })}>${t('order.close')}</a>
      </header>
      ${this.#actions(order, doing)} ${this.#partsOpen(order)}
      ${this.order.failure ? unread(this.order.failure, this.order.at) : nothing}
      <div role="status">${this.said ? html`<pages-notice kind="good"><p>${this.said}</p></pages-notice>` : nothing}</div>
      ${this.failure ? undone(this.failure) : nothing}
      ${doing
        ? html`<p class="matter beside-form" tabindex="0" role="region" aria-label=${t('order.matter')}>${order.text}</p>`
        : html`<p class="matter">${order.text}</p>`}
      ${doing && ACTIONS[doing]
        ? html`<action-form .action=${doing} .order=${order} @done=${this.#done} @cancelled=${this.#cancelled}
            @outdated=${() => this.order.refresh()}></action-form>`
        : nothing}
      <order-facts .order=${order}></order-facts>
      <order-timeline .order=${order}></order-timeline>`;
  }

  #absent() {
    if (this.order.missing) {
      return html`<pages-notice kind="empty" heading=${t('order.gone')}><p class="quiet">${t('order.gone-do')}</p></pages-notice>
        ${this.#back()}`;
    }
    if (this.order.failure) {
      return html`${unread(this.order.failure, null)}${this.#back()}`;
    }
    return html`<pages-skeleton .lines=${4}></pages-skeleton>`;
  }

  /** On a phone the list is not beside it. */
  #back() {
    return html`<p class="back"><a class="button" href=${address({ open: null, act: null })}>${t('order.back')}</a></p>`;
  }

  #actions(order, doing) {
    const begun = draftsOf(order.id);
    return html`<div class="actions">
      ${offered(order).map(
        (name, index) => html`<button type="button" class="button ${index === 0 && !doing ? 'primary' : ''}"
          aria-pressed=${ACTIONS[name].fields.length ? String(name === doing) : nothing} @click=${() => this.#begin(name)}>
          ${t(`action.${name}`)}${begun.includes(name) && name !== doing ? html` ${t('order.begun')}` : nothing} <kbd>${ACTIONS[name].key}</kbd>
        </button>`,
      )}
      <button type="button" class="button plain print" @click=${() => print()}>${t('print.order')}</button>
    </div>`;
  }

  /** To the lead: whom its reply waits for. */
  #partsOpen(order) {
    const open = order.parts?.filter(({ standing }) => standing !== 'CONFIRMED') ?? [];
    return open.length && order.state === 'IN_PROGRESS' && order.lead === who().department
      ? html`<pages-notice kind="note"><p>${t('order.parts-open', { names: open.map((one) => department(one.department)).join('、') })}</p></pages-notice>`
      : nothing;
  }

  /** What needs no words is done at once. */
  #begin(name) {
    this.said = null;
    this.failure = null;
    if (ACTIONS[name].fields.length) {
      replace({ act: route().params.get('act') === name ? null : name });
    } else {
      this.#doAtOnce(name);
    }
  }

  async #doAtOnce(name) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      this.#became(name, await act(name, this.order.body, {}, crypto.randomUUID()));
    } catch (failure) {
      this.failure = failure;
      this.order.refresh();
    } finally {
      this.busy = false;
    }
  }

  #done(event) {
    const { name, order } = event.detail;
    replace({ act: null });
    this.#became(name, order);
  }

  #became(name, order) {
    this.said = t('order.done', { action: t(`action.${name}`), state: word('state', order.state) });
    this.order.set(order);
    this.order.refresh();
    this.dispatchEvent(new CustomEvent('done', { detail: order }));
  }

  #cancelled() {
    replace({ act: null });
    this.renderRoot.querySelector('.actions button')?.focus();
  }
}
customElements.define('order-detail', OrderDetail);
