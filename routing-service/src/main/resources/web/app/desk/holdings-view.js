import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { base } from '../pages/styles.js';
import { unread } from './failures.js';
import { Fetched } from './fetched.js';
import { onLive } from './live.js';
import { Named, department } from './names.js';
import { desk } from './styles.js';
import './due-time.js';

const TOGETHER = 700;

const STATES = [
  'AWAITING_DISPATCH',
  'AWAITING_SIGN',
  'IN_PROGRESS',
  'RETURN_REVIEW',
  'ARBITRATION',
  'REPLY_REVIEW',
  'FOLLOW_UP',
  'SUSPENDED',
  'FORWARDED_OUT',
];

/** 谁手上有什么. Per department and state: how many, how many late, what is due next; each number opens its list. */
class HoldingsView extends LitElement {
  static styles = [
    base,
    desk,
    css`
      .sheet {
        overflow-x: auto;
        padding: 16px;
      }
      table {
        background: var(--paper);
        border-collapse: collapse;
        min-width: 100%;
      }
      caption {
        font-size: var(--large);
        font-weight: 600;
        padding-bottom: 8px;
        text-align: start;
      }
      th,
      td {
        border-bottom: 1px solid var(--line);
        height: var(--target);
        padding: 4px 12px;
        text-align: start;
        white-space: nowrap;
      }
      .number {
        text-align: end;
      }
      .late {
        color: var(--late);
        font-weight: 600;
      }
      @media (max-width: 719px) {
        table,
        tbody,
        caption {
          display: block;
        }
        table {
          background: none;
        }
        thead,
        .none {
          display: none;
        }
        tr {
          background: var(--paper);
          border: 1px solid var(--line);
          border-radius: var(--round);
          display: grid;
          grid-template-columns: repeat(2, minmax(0, 1fr));
          margin-bottom: 12px;
          padding: 4px 0;
        }
        th[scope='row'] {
          grid-column: 1 / -1;
        }
        th,
        td {
          align-items: center;
          border: 0;
          display: flex;
          gap: 8px;
          line-height: 1.3;
          text-align: start;
          white-space: normal;
        }
        td::before {
          color: var(--quiet);
          content: attr(data-name);
        }
        td.due {
          grid-column: 1 / -1;
        }
        td a {
          align-items: center;
          display: flex;
          min-height: var(--target);
          min-width: var(--target);
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
    this.held = new Fetched(this, () => '/api/work-order-holdings');
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onLive(() => {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.held.refresh(), TOGETHER);
    });
  }

  disconnectedCallback() {
    this.stop();
    clearTimeout(this.soon);
    super.disconnectedCallback();
  }

  render() {
    const { body, failure } = this.held;
    const rows = body?.items ?? body ?? [];
    return html`${failure ? unread(failure, this.held.at) : nothing}
      ${!body && !failure ? html`<pages-skeleton .lines=${4}></pages-skeleton>` : nothing}
      ${body && !rows.length
        ? html`<pages-notice kind="empty" heading=${t('holdings.empty')}><p class="quiet">${t('holdings.empty-do')}</p></pages-notice>`
        : nothing}
      ${rows.length ? this.#table(rows) : nothing}`;
  }

  #table(rows) {
    const states = STATES.filter((state) => rows.some((row) => row.byState[state]));
    return html`<div class="sheet" tabindex="0" role="region" aria-label=${t('holdings.heading')}><table>
      <caption>${t('holdings.heading')}</caption>
      <thead>
        <tr>
          <th scope="col">${t('holdings.department')}</th>
          ${states.map((state) => html`<th scope="col" class="number">${word('state', state)}</th>`)}
          <th scope="col" class="number">${t('holdings.late')}</th>
          <th scope="col">${t('holdings.soonest')}</th>
        </tr>
      </thead>
      <tbody>${rows.map((row) => this.#row(row, states))}</tbody>
    </table></div>`;
  }

  #row(row, states) {
    return html`<tr>
      <th scope="row">${row.department ? department(row.department) : word('holder', 'DESK')}</th>
      ${states.map((state) => html`<td class="number ${row.byState[state] ? '' : 'none'}" data-name=${word('state', state)}>${this.#count(row, state)}</td>`)}
      <td class="number ${row.late ? 'late' : 'none'}" data-name=${t('holdings.late')}>${row.late}</td>
      <td class="due ${row.soonestDue ? '' : 'none'}" data-name=${t('holdings.soonest')}>${row.soonestDue ? html`<due-time .at=${row.soonestDue}></due-time>` : '—'}</td>
    </tr>`;
  }

  #count(row, state) {
    const to = new URLSearchParams({ state, ...(row.department ? { department: row.department } : {}) });
    return row.byState[state] ? html`<a href="#/orders?${to}">${row.byState[state]}</a>` : '·';
  }
}
customElements.define('holdings-view', HoldingsView);
