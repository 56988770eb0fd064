import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons, cells, view } from '../pages/styles.js';
import { fromLocalInput, localInput, readable } from '../pages/time.js';
import './check-in.js';
import { submit } from './outbox.js';
import { Read } from './reads.js';
import { onChange, record } from './store.js';
import { change, DAYS_BACK, drop, isComplete, isUntouched, newRequest, undoRemoval } from './visits.js';

const FORMS = ['HOUSEHOLD', 'FIELD', 'STREET', 'MEETING'];

/** One visit as it is written down: how, where, when, and what people asked for. */
class VisitView extends LitElement {
  static properties = {
    visitId: {},
    visit: { state: true },
    faults: { state: true },
    timeFault: { state: true },
  };

  static styles = [
    base,
    view,
    buttons,
    cells,
    css`
      .form {
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        display: grid;
        gap: 16px;
        padding: 16px;
      }
      .where {
        align-items: baseline;
        display: flex;
        gap: 8px;
        justify-content: space-between;
      }
      .remove {
        align-self: start;
        margin: 16px 0 24px;
      }
      .cell.fault {
        background: var(--late-ground);
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.categories = new Read(this, () => '/api/categories');
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onChange(() => this.#look());
  }

  disconnectedCallback() {
    this.stop();
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (changed.has('visitId')) {
      this.#look();
    }
  }

  async #look() {
    this.visit = (await record(this.visitId)) ?? null;
  }

  render() {
    return html`<pages-head heading=${t('visit.title')} back="#/"><signal-line></signal-line></pages-head>
      ${this.visit === undefined ? nothing : this.visit?.state === 'draft' ? this.#draft() : this.#gone()}`;
  }

  #gone() {
    const queued = this.visit && this.visit.state !== 'sent';
    return html`<main>
      <pages-notice kind="empty" heading=${queued ? t('visit.queued') : t('visit.gone')}>
        ${queued ? nothing : html`<p>${t('visit.gone-do')}</p>`}
        <p><a class="button" href="#/sent">${t('sent.title')}</a> <a class="button" href="#/">${t('visit.to-today')}</a></p>
      </pages-notice>
    </main>`;
  }

  #draft() {
    const visit = this.visit;
    const count = visit.requests.length;
    return html`<main>
        ${visit.problem
          ? html`<pages-notice kind="late" heading=${t('visit.refused', { reason: readable(visit.problem.reason) })}
              ><p>${t('visit.refused-do')}</p></pages-notice>`
          : nothing}
        <div class="form">
          <pages-choice
            label=${t('visit.form')}
            .options=${FORMS.map((form) => ({ value: form, text: t(`form.${form}`) }))}
            .value=${visit.form}
            @chosen=${(event) => this.#alter((kept) => (kept.form = event.detail))}
          ></pages-choice>
          <div class="where"><strong>${t('visit.grid')}</strong><span>${visit.gridName}</span></div>
          <pages-when
            label=${t('visit.time')}
            back=${DAYS_BACK}
            .value=${localInput(visit.startedAt)}
            error=${this.timeFault ? t(this.timeFault) : ''}
            @typed=${(event) => this.#time(event.detail)}
          ></pages-when>
          <pages-field
            label=${t('visit.place')}
            hint=${t('visit.place-hint')}
            most="60"
            .value=${visit.place}
            @typed=${(event) => this.#alter((kept) => (kept.place = event.detail))}
          ></pages-field>
          <check-in
            .visit=${visit}
            @located=${(event) => this.#alter((kept) => (kept.checkIn = event.detail))}
            @photographed=${(event) => this.#alter((kept) => (kept.checkInPhoto = event.detail))}
          ></check-in>
        </div>
        <h2>${t('visit.requests', { count })}</h2>
        ${visit.removed
          ? html`<pages-notice kind="note" role="status"
              ><p>${t('request.deleted')}
                <button type="button" class="button plain" @click=${() => undoRemoval(visit.id)}>${t('visit.undo')}</button></p
              ></pages-notice>`
          : nothing}
        <div class="group">
          ${count
            ? visit.requests.map((request) => this.#request(request))
            : html`<pages-notice kind="empty" heading=${t('visit.no-requests')}
                ><p class="quiet">${t('visit.no-requests-do')}</p></pages-notice>`}
        </div>
        <button type="button" class="button plain remove" @click=${this.#remove}>${t('visit.delete')}</button>
      </main>
      <pages-bottom>
        ${this.faults ? html`<pages-notice kind="late" role="alert" heading=${t('visit.fix')}></pages-notice>` : nothing}
        <button type="button" class="button wide ${count ? '' : 'primary'}" @click=${this.#add}>${t('visit.add')}</button>
        <button type="button" class="button wide ${count ? 'primary' : ''}" @click=${this.#submit}>
          ${count ? t('visit.submit-count', { count }) : t('visit.submit')}
        </button>
      </pages-bottom>`;
  }

  #request(request) {
    const category = this.categories.body?.items.find((each) => each.code === request.categoryCode);
    const complete = isComplete(request);
    return html`<a
      class="cell ${this.faults && !complete ? 'fault' : ''}"
      href="#/visit/${this.visit.id}/request/${request.requestId}"
    >
      <div class="what">
        <div class="first">${request.text || t('visit.unfinished')}</div>
        <div class="quiet">
          ${category?.name ?? request.categoryCode ?? ''}
          ${request.photos.length ? html` · ${t('visit.photos', { count: request.photos.length })}` : nothing}
        </div>
      </div>
      ${complete
        ? html`<span class="mark ${request.outcome === 'SETTLED' ? 'good' : 'note'}"
            >${t(request.outcome === 'SETTLED' ? 'request.settle' : 'request.forward')}</span
          >`
        : html`<span class="mark late">${t('visit.unfinished')}</span>`}
    </a>`;
  }

  #alter(change_) {
    change_(this.visit);
    return change(this.visitId, change_);
  }

  #time(value) {
    this.timeFault = null;
    this.#alter((kept) => (kept.startedAt = fromLocalInput(value)));
  }

  async #add() {
    if (this.leaving) {
      return;
    }
    this.leaving = true;
    const request = newRequest();
    await this.#alter((kept) => kept.requests.push(structuredClone(request)));
    location.hash = `#/visit/${this.visitId}/request/${request.requestId}`;
  }

  async #submit() {
    if (this.leaving) {
      return;
    }
    const visit = this.visit;
    const begun = new Date(visit.startedAt).getTime();
    this.timeFault = begun > Date.now() ? 'visit.time-future' : null;
    this.faults = visit.requests.some((request) => !isComplete(request) && !isUntouched(request));
    if (this.timeFault || this.faults) {
      return;
    }
    this.leaving = true;
    await this.#alter((kept) => (kept.requests = kept.requests.filter((request) => !isUntouched(request))));
    await submit(this.visitId);
    location.hash = '#/sent';
  }

  async #remove() {
    this.leaving = true;
    await drop(this.visitId);
    location.hash = '#/';
  }
}
customElements.define('visit-view', VisitView);
