import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Speaking, t } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { happened, unread } from './failures.js';
import { Keys } from './keys.js';
import { Named } from './names.js';
import { OrderRows } from './order-rows.js';
import { address } from './route.js';
import { signAll } from './signing.js';
import { is } from './session.js';
import { desk } from './styles.js';
import './order-row.js';

/** The list: moved through by letters, many at once signed, brought up to date without a jump. */
class OrdersList extends LitElement {
  static properties = {
    state: {},
    text: {},
    place: {},
    department: {},
    open: {},
    chosen: { state: true },
    said: { state: true },
  };

  static styles = [
    base,
    buttons,
    desk,
    css`
      .bar {
        align-items: center;
        background: var(--ground);
        border-bottom: 1px solid var(--line);
        display: flex;
        font-size: var(--small);
        gap: 4px 12px;
        justify-content: space-between;
        min-height: calc(var(--target) + 8px);
        padding: 4px 16px;
        position: sticky;
        top: 0;
        z-index: 1;
      }
      .more {
        padding: 12px 16px;
        text-align: center;
      }
      .fresh {
        display: block;
        margin: 8px 16px;
        width: calc(100% - 32px);
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
    this.rows = new OrderRows(this, () => this.#query());
    this.chosen = new Set();
    new Keys(this, () => [
      { key: 'j', text: t('key.next'), run: () => this.#move(1) },
      { key: 'k', text: t('key.previous'), run: () => this.#move(-1) },
      { key: 'Enter', text: t('key.open'), run: (event) => this.#openRow(event) },
      { key: 'x', text: this.#signable() ? t('key.choose') : '', run: () => this.#choose(this.at) },
      ...(this.#signable() && (this.chosen.size || !this.open)
        ? [{ key: 's', text: t('key.sign'), run: () => this.#sign(), first: this.chosen.size > 0 }]
        : []),
    ]);
  }

  willUpdate(changes) {
    if (['state', 'text', 'place', 'department'].some((name) => changes.has(name))) {
      this.chosen = new Set();
      this.said = null;
      this.at = null;
    }
  }

  #query() {
    const params = new URLSearchParams({ sort: 'due', limit: '100' });
    for (const name of ['state', 'text', 'place', 'department']) {
      if (this[name]) {
        params.set(name, this[name]);
      }
    }
    return params;
  }

  #signable() {
    return this.state === 'AWAITING_SIGN' && is('clerk');
  }

  render() {
    const { items, failure } = this.rows;
    return html`<div class="bar">
        <span role="status">${this.said ?? this.#summary()}</span>
        ${this.#signable() && items?.length
          ? html`<button type="button" class="button ${this.chosen.size ? 'primary' : ''}" ?disabled=${!this.chosen.size}
              @click=${this.#sign}>${t('list.sign-chosen', { count: this.chosen.size })} <kbd>s</kbd></button>`
          : nothing}
      </div>
      ${failure ? unread(failure, items && this.rows.at) : nothing}
      ${this.rows.fresh
        ? html`<button type="button" class="button fresh" @click=${() => this.rows.showFresh()}>${t('list.fresh', { count: this.rows.fresh })}</button>`
        : nothing}
      ${items === null && !failure ? html`<pages-skeleton .lines=${6}></pages-skeleton>` : nothing}
      ${items?.length === 0 && !this.rows.fresh ? this.#nothing() : nothing}
      <ul>
        ${repeat(items ?? [], (order) => order.id, (order) => this.#row(order))}
      </ul>
      ${this.rows.next
        ? html`<p class="more"><button type="button" class="button" @click=${() => this.rows.more()}>${t('list.more', { shown: items.length, total: this.#counted() })}</button></p>`
        : nothing}`;
  }

  /** In all, or more than how many; null while that is not known. */
  #counted() {
    const { total, moreThan } = this.rows;
    return total ?? (moreThan === null ? null : t('list.more-than', { count: moreThan }));
  }

  #summary() {
    if (this.chosen.size) {
      return t('list.chosen', { count: this.chosen.size });
    }
    const counted = this.#counted();
    return counted === null ? '' : t('list.total', { count: counted });
  }

  #row(order) {
    return html`<li>
      <order-row .order=${order} .gone=${this.rows.gone.has(order.id)} .narrow=${Boolean(this.open)} .open=${order.id === this.open}
        .selectable=${this.#signable()} .chosen=${this.chosen.has(order.id)} .href=${address({ open: order.id, act: null })}
        data-id=${order.id} @choose=${() => this.#choose(order.id)} @sign=${() => this.#signThese([order])}
        @focusin=${() => { this.at = order.id; }}></order-row>
    </li>`;
  }

  #nothing() {
    const searched = Boolean(this.text || this.place || this.department);
    const kind = searched ? 'search' : this.state === 'AWAITING_SIGN' ? 'sign' : 'state';
    return html`<pages-notice kind="empty" heading=${t(`list.empty-${kind}`)}><p class="quiet">${t(`list.empty-${kind}-do`)}</p></pages-notice>`;
  }

  #move(by) {
    const ids = (this.rows.items ?? []).map((order) => order.id);
    const now = ids.indexOf(this.at ?? this.open);
    const next = ids[Math.min(ids.length - 1, Math.max(0, now + by))];
    if (!next) {
      return;
    }
    // At once: the next key may come before the focus does.
    this.at = next;
    this.focusRow(next);
    if (this.open && next !== this.open) {
      history.replaceState(null, '', address({ open: next, act: null }));
      dispatchEvent(new HashChangeEvent('hashchange'));
    }
  }

  /** @param id of the order, or the first */
  async focusRow(id) {
    await this.updateComplete;
    const row = this.renderRoot.querySelector(id ? `[data-id="${id}"]` : 'order-row');
    row?.focus();
  }

  #openRow(event) {
    if (event.composedPath()[0] instanceof HTMLButtonElement || event.composedPath()[0] instanceof HTMLAnchorElement) {
      event.composedPath()[0].click();
    } else if (this.at) {
      location.hash = address({ open: this.at, act: null });
    }
  }

  #choose(id) {
    const order = this.rows.items?.find((each) => each.id === id);
    if (order?.state !== 'AWAITING_SIGN') {
      return;
    }
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) {
      chosen.add(id);
    }
    this.chosen = chosen;
    this.said = null;
  }

  #sign() {
    const ids = this.chosen.size ? this.chosen : new Set([this.at]);
    this.#signThese((this.rows.items ?? []).filter((order) => ids.has(order.id) && order.state === 'AWAITING_SIGN'));
  }

  async #signThese(orders) {
    if (!orders.length || this.signing) {
      return;
    }
    this.signing = true;
    try {
      const { signed, refused } = await signAll(orders);
      signed.forEach((order) => this.rows.put(order));
      this.chosen = new Set(refused.map((each) => each.id));
      this.said = refused.length
        ? t('list.signed-refused', { signed: signed.length, refused: refused.length, why: refused[0].why })
        : t('list.signed', { count: signed.length });
    } catch (failure) {
      this.said = happened(failure);
    } finally {
      this.signing = false;
    }
    this.dispatchEvent(new CustomEvent('changed'));
  }

  /** What has become of an order by what was done beside the list. */
  changed(order) {
    this.rows.put(order);
  }
}
customElements.define('orders-list', OrdersList);
