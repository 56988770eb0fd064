import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons, cells, view } from '../pages/styles.js';
import { moment, readable } from '../pages/time.js';
import { giveUp, isMine, sendAtOnce, takeBack, undoGiveUp } from './outbox.js';
import { onChange, records } from './store.js';

/** In milliseconds: so long after it was given up something is offered again. */
const A_MOMENT = 60_000;

/** 发送记录. What waits, what was not accepted and why, and what has arrived. */
class SentView extends LitElement {
  static properties = { records: { state: true } };

  static styles = [
    base,
    view,
    buttons,
    cells,
    css`
      .reason {
        color: var(--late);
      }
      .cell {
        align-items: flex-start;
      }
      .do {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        overflow-wrap: normal;
        padding-top: 8px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.records = null;
    this.openedAt = Date.now();
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
    this.records = await records();
  }

  render() {
    return html`<pages-head heading=${t('sent.title')} back="#/"><signal-line></signal-line></pages-head>
      ${this.records ? this.#lists() : nothing}`;
  }

  #lists() {
    const mine = this.records.filter(isMine);
    const of = (state) => mine.filter((kept) => kept.state === state);
    const waiting = of('waiting');
    const others = this.records.filter((kept) => !isMine(kept) && ['waiting', 'refused'].includes(kept.state));
    const dropped = of('dropped').filter((kept) => kept.kind !== 'visit' && kept.droppedAt > this.openedAt - A_MOMENT).at(-1);
    const none = !waiting.length && !of('refused').length && !of('sent').length;
    return html`<main>
        ${dropped ? this.#dropped(dropped) : nothing} ${this.#list('refused', of('refused'))} ${this.#list('waiting', waiting)}
        ${this.#list('sent', of('sent').reverse())}
        ${none
          ? html`<pages-notice kind="empty" heading=${t('sent.none')}><p class="quiet">${t('sent.none-do')}</p></pages-notice>`
          : nothing}
        ${others.length
          ? html`<pages-notice kind="note"
              ><p>
                ${t('sent.of-other', {
                  count: others.length,
                  names: [...new Set(others.map((kept) => kept.owner.name ?? kept.owner.username))].join('、'),
                })}
              </p></pages-notice>`
          : nothing}
      </main>
      ${waiting.length
        ? html`<pages-bottom
            ><button type="button" class="button primary wide" ?disabled=${!navigator.onLine} @click=${sendAtOnce}>
              ${t('sent.now')}
            </button></pages-bottom
          >`
        : nothing}`;
  }

  #list(state, list) {
    return list.length
      ? html`<h2>${t(`sent.${state}`, { count: list.length })}</h2>
          <ul class="group">${list.map((kept) => this.#cell(kept))}</ul>`
      : nothing;
  }

  #dropped(kept) {
    return html`<pages-notice kind="note" role="status"
      ><p>${t('sent.dropped', { what: this.#what(kept) })}
        <button type="button" class="button plain" @click=${() => undoGiveUp(kept.id)}>${t('visit.undo')}</button></p
    ></pages-notice>`;
  }

  #cell(kept) {
    const mark = { waiting: 'waiting', refused: 'late', sent: 'good' }[kept.state];
    const inside = html`<div class="what">
        <div class="first">${this.#what(kept)}</div>
        <div class="quiet">
          ${kept.kind === 'visit' ? html`${kept.gridName}<br />` : nothing}${moment(
            kept.sentAt ?? kept.startedAt ?? kept.queuedAt,
          )}
        </div>
        ${kept.slips?.length ? html`<div>${this.#slips(kept.slips)}</div>` : nothing}
        ${kept.problem ? html`<div class="reason">${this.#reason(kept.problem)}</div>` : nothing}
        ${this.#do(kept)}
      </div>
      <span class="mark ${mark}">${t(`sent.state.${kept.state}`)}</span>`;
    return kept.slips?.length
      ? html`<li><a class="cell" href="#/slips/${kept.id}">${inside}</a></li>`
      : html`<li class="cell">${inside}</li>`;
  }

  #slips(slips) {
    return slips.length === 1 ? t('sent.code', { code: slips[0].code }) : t('sent.slips', { count: slips.length });
  }

  #what(kept) {
    return kept.kind === 'visit'
      ? t('sent.visit', { form: t(`form.${kept.form}`), count: kept.count ?? kept.requests.length })
      : t(`sent.${kept.kind}`, { what: kept.about ?? '' });
  }

  #reason(problem) {
    const reason = readable(problem.reason);
    return problem.photo ? t('refused.attachment', { reason }) : reason;
  }

  #do(kept) {
    const mend = kept.state === 'refused';
    if (!mend && !(kept.state === 'waiting' && kept.tries === 0)) {
      return nothing;
    }
    return html`<div class="do">
      <button type="button" class="button" @click=${() => this.#takeBack(kept)}>
        ${t(mend ? 'sent.mend' : 'sent.take-back')}
      </button>
      ${mend && kept.kind !== 'visit'
        ? html`<button type="button" class="button plain" @click=${() => giveUp(kept.id)}>${t('sent.drop')}</button>`
        : nothing}
    </div>`;
  }

  async #takeBack(kept) {
    await takeBack(kept.id);
    location.hash = {
      visit: `#/visit/${kept.id}`,
      'follow-up': `#/echo/${kept.requestId}`,
      withdrawal: `#/withdrawal/${kept.visitId}/${kept.requestId}`,
    }[kept.kind];
  }
}
customElements.define('sent-view', SentView);
