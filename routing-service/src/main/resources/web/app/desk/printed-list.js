import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { who } from '../pages/login.js';
import { base, buttons } from '../pages/styles.js';
import { dateAndTime } from '../pages/time.js';
import { unread } from './failures.js';
import { Fetched } from './fetched.js';
import { Named, category, department, place } from './names.js';
import { address, route, Routed } from './route.js';

/** The list by due time as it is hung beside the desk: everything on paper, nothing of who asked. */
class PrintedList extends LitElement {
  static styles = [
    base,
    buttons,
    css`
      .tools {
        display: flex;
        gap: 8px;
        padding: 12px 16px;
      }
      .sheet {
        background: var(--paper);
        overflow-x: auto;
        padding: 16px;
      }
      table {
        border-collapse: collapse;
        min-width: 56em;
        table-layout: fixed;
        width: 100%;
      }
      .due,
      .category,
      .place {
        width: 10em;
      }
      .number {
        width: 12em;
      }
      .lead {
        width: 7em;
      }
      caption {
        font-size: var(--large);
        font-weight: 600;
        padding-bottom: 8px;
        text-align: start;
      }
      th,
      td {
        border: 1px solid var(--edge);
        padding: 4px 8px;
        text-align: start;
        vertical-align: top;
      }
      td {
        overflow-wrap: anywhere;
      }
      tr {
        break-inside: avoid;
      }
      @media print {
        .tools {
          display: none;
        }
        .sheet {
          overflow: visible;
          padding: 0;
        }
        table {
          font-size: 9pt;
          min-width: 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Routed(this);
    new Named(this);
    this.list = new Fetched(this, () => `/api/work-orders?${this.#query()}`);
  }

  #query() {
    const query = new URLSearchParams(route().params);
    if (query.get('state') === 'ALL') {
      query.delete('state');
    }
    query.set('sort', 'due');
    query.set('limit', '200');
    return query;
  }

  render() {
    const { body, failure } = this.list;
    const state = route().params.get('state');
    return html`<div class="tools">
        <a class="button" href=${address({}, 'orders')}>${t('print.back')}</a>
        <button type="button" class="button primary" ?disabled=${!body?.items.length} @click=${() => print()}>${t('print.now')}</button>
      </div>
      ${failure ? unread(failure, body && this.list.at) : nothing}
      ${!body && !failure ? html`<pages-skeleton .lines=${6}></pages-skeleton>` : nothing}
      ${body?.items.length === 0
        ? html`<pages-notice kind="empty" heading=${t('print.empty')}><p class="quiet">${t('print.empty-do')}</p></pages-notice>`
        : nothing}
      ${body?.items.length
        ? html`<div class="sheet" tabindex="0" role="region" aria-label=${t('print.list')}><table>
            <caption>${t('print.caption', {
              who: who()?.department ? department(who().department) : (who()?.name ?? ''),
              state: state && state !== 'ALL' ? word('state', state) : t('tabs.all'),
              when: dateAndTime(this.list.at),
              count: body.total ?? body.items.length,
            })}</caption>
            <thead><tr>${['due', 'number', 'text', 'category', 'place', 'lead'].map((each) => html`<th scope="col" class=${each}>${t(`print.${each}`)}</th>`)}</tr></thead>
            <tbody>${body.items.map((order) => this.#row(order))}</tbody>
          </table>
          ${body.next ? html`<p class="quiet">${t('print.first', { count: body.items.length })}</p>` : nothing}</div>`
        : nothing}`;
  }

  #row(order) {
    return html`<tr>
      <td>${order.dueAt ? dateAndTime(order.dueAt) : '—'} ${order.clock ? word('clock', order.clock) : ''}</td>
      <td>${order.number}</td>
      <td>${order.text}</td>
      <td>${category(order.categoryCode)}</td>
      <td>${place(order.gridCode)}</td>
      <td>${department(order.lead)}</td>
    </tr>`;
  }
}
customElements.define('printed-list', PrintedList);
