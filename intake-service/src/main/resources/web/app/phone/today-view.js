import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons, cells, view } from '../pages/styles.js';
import { dayName, moment } from '../pages/time.js';
import { loginStatus, logOut, who } from '../pages/login.js';
import { isMine } from './outbox.js';
import { Read } from './reads.js';
import { onChange, records } from './store.js';
import { beginVisit, undoDrop } from './visits.js';
import { VisitingDay } from './visiting-day.js';

/** In milliseconds: so long after it was deleted a visit is offered again. */
const A_MOMENT = 60_000;

const ECHO_LIST = '/api/me/echo-list?limit=200';

/** 今天. What the day asks for: theme, grid, answers to bring, and what is not finished on this phone. */
class TodayView extends LitElement {
  static properties = { drafts: { state: true }, told: { state: true }, waiting: { state: true } };

  static styles = [
    base,
    view,
    buttons,
    cells,
    css`
      .day {
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        padding: 16px;
      }
      .day strong {
        display: block;
        font-size: var(--large);
        line-height: 1.3;
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        justify-content: space-between;
        padding: 16px 8px 24px;
      }
      .theme h3 {
        font-size: inherit;
      }
      .theme {
        padding: 12px 16px;
      }
      .theme > * + * {
        border: 0;
      }
      .theme p {
        white-space: pre-line;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.day = new VisitingDay(this);
    this.echo = new Read(this, () => (who() ? ECHO_LIST : null));
    // Read here, so that they are on the phone when there is no signal.
    this.categories = new Read(this, () => (who() ? '/api/categories' : null));
    this.drafts = [];
    this.openedAt = Date.now();
    this.told = new Set();
    this.waiting = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onChange(() => this.#look());
    this.#look();
  }

  disconnectedCallback() {
    this.stop();
    super.disconnectedCallback();
  }

  async #look() {
    const mine = (await records()).filter(isMine);
    const visits = mine.filter((kept) => kept.kind === 'visit');
    this.dropped = visits.filter((kept) => kept.state === 'dropped' && kept.droppedAt > this.openedAt - A_MOMENT).at(-1);
    this.drafts = visits.filter((kept) => kept.state === 'draft');
    this.waiting = mine.filter((kept) => kept.state === 'waiting' || kept.state === 'refused').length;
    this.told = new Set(
      mine.filter((kept) => kept.kind === 'follow-up' && kept.state !== 'draft').map((kept) => kept.requestId),
    );
  }

  render() {
    return html`<pages-head heading=${t('app.name')}><signal-line></signal-line></pages-head>
      ${this.#day()}
      <main>
        ${this.#dropped()} ${this.#theme()} ${this.#grids()} ${this.#drafts()} ${this.#echoes()}
        <div class="more">
          <a class="button plain" href="#/sent"
            >${t('today.sent')}${this.waiting ? html` · ${t('today.sent-count', { waiting: this.waiting })}` : nothing}</a
          >
          ${loginStatus() === 'in'
            ? html`<button type="button" class="button plain" @click=${logOut}>${t('today.logout')}</button>`
            : nothing}
        </div>
      </main>
      ${this.day.grids.length === 1
        ? html`<pages-bottom>
            <button type="button" class="button primary wide" @click=${() => this.#start(this.day.grids[0])}>
              ${t('today.start')}
            </button>
          </pages-bottom>`
        : nothing}`;
  }

  #day() {
    const day = this.day.day;
    const next = day?.nextVisitDay ? dayName(`${day.nextVisitDay}T12:00:00+08:00`) : '';
    return html`<div class="day">
      <strong>${dayName(new Date())}</strong>
      ${day?.visitDay === true ? t('today.visit-day') : nothing}
      ${day?.visitDay === false && next ? t('today.no-visit-day', { day: next }) : nothing}
    </div>`;
  }

  #theme() {
    if (!this.day.day) {
      return nothing;
    }
    const theme = this.day.day.theme;
    return html`<h2>${t('today.theme')}</h2>
      <div class="group theme">
        ${theme ? html`<h3>${theme.title}</h3><p>${theme.text ?? ''}</p>` : html`<p class="quiet">${t('today.no-theme')}</p>`}
      </div>`;
  }

  #grids() {
    const grids = this.day.grids;
    if (!grids.length && who() && !this.day.settled) {
      return html`<pages-skeleton lines="6"></pages-skeleton>`;
    }
    if (!grids.length) {
      return html`<h2>${t('today.grid')}</h2>
        <div class="group"><pages-notice kind="empty" heading=${t('today.grid-unknown')}
          ><p>${t('today.grid-unknown-do')}</p></pages-notice></div>`;
    }
    return html`<h2>${t('today.grid')}</h2>
      <ul class="group">
        ${grids.map(
          (grid) => html`<li class="cell">
            <div class="what"><div>${grid.name}</div><div class="quiet">${grid.township} ${grid.code}</div></div>
            ${grid.status
              ? html`<span class="mark ${grid.status === 'DONE' ? 'good' : 'waiting'}">${t(`today.status.${grid.status}`)}</span>`
              : nothing}
            ${grids.length > 1
              ? html`<button type="button" class="button" @click=${() => this.#start(grid)}>${t('today.start')}</button>`
              : nothing}
          </li>`,
        )}
      </ul>`;
  }

  #dropped() {
    return this.dropped
      ? html`<pages-notice kind="note" role="status"
          ><p>${t('visit.deleted')}
            <button type="button" class="button plain" @click=${() => undoDrop(this.dropped.id)}>${t('visit.undo')}</button></p
          ></pages-notice>`
      : nothing;
  }

  #drafts() {
    if (!this.drafts.length) {
      return nothing;
    }
    return html`<h2>${t('today.drafts')}</h2>
      <ul class="group">
        ${this.drafts.map(
          (draft) => html`<li>
            <a class="cell" href="#/visit/${draft.id}">
              <div class="what">
                <div>${t('today.draft', { form: t(`form.${draft.form}`), count: draft.requests.length })}</div>
                <div class="quiet">${moment(draft.startedAt)} · ${draft.gridName}</div>
              </div>
            </a>
          </li>`,
        )}
      </ul>`;
  }

  #echoes() {
    if (!this.echo.body) {
      return this.echo.settled || !who() ? nothing : html`<pages-skeleton lines="4"></pages-skeleton>`;
    }
    const all = this.echo.body.items;
    const open = all.filter((echo) => !this.told.has(echo.requestId));
    return html`<h2>
        ${t('today.echo')}${open.length ? html` (${open.length})` : nothing}
        ${this.echo.at && !navigator.onLine ? html` · ${t('today.as-of', { when: moment(this.echo.at) })}` : nothing}
      </h2>
      ${open.length
        ? html`<ul class="group">${open.map((echo) => this.#echoCell(echo))}</ul>`
        : html`<div class="group"><pages-notice kind="empty" heading=${t('today.no-echo')}
            ><p class="quiet">${t('today.no-echo-do')}</p></pages-notice></div>`}`;
  }

  #echoCell(echo) {
    const who = echo.citizen?.anonymous ? t('echo.anonymous') : (echo.citizen?.name ?? echo.citizen?.phone ?? '');
    return html`<li>
      <a class="cell" href="#/echo/${echo.requestId}">
        <div class="what">
          <div class="first">${echo.text}</div>
          <div class="quiet">
            ${t('today.echo-asked', { who, when: dayName(echo.visitedAt, false) })}
            ${echo.tries ? html`<br />${t('today.echo-tried', { count: echo.tries })}` : nothing}
          </div>
        </div>
        <span class="mark note">${t(`echo.result.${echo.resultCode}`)}</span>
      </a>
    </li>`;
  }

  async #start(grid) {
    if (this.starting) {
      return;
    }
    this.starting = true;
    const visit = await beginVisit(grid);
    location.hash = `#/visit/${visit.id}`;
  }
}
customElements.define('today-view', TodayView);
