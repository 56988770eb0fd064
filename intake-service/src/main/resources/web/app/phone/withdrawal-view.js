import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { who } from '../pages/login.js';
import { base, buttons, view } from '../pages/styles.js';
import { fromLocalInput, isoTime, localInput, readable } from '../pages/time.js';
import { submit } from './outbox.js';
import { keep, record } from './store.js';
import { DAYS_BACK, withdrawalId } from './visits.js';

const LONGEST = 200;
const WAYS = ['FACE_TO_FACE', 'BY_PHONE', 'IN_WRITING'];

/** 撤回. That the citizen does not want it any longer: how they agreed, why, and when; kept on the phone like a visit. */
class WithdrawalView extends LitElement {
  static properties = { visitId: {}, requestId: {}, withdrawal: { state: true }, faults: { state: true } };

  static styles = [
    base,
    view,
    buttons,
    css`
      main {
        align-content: start;
        background: var(--paper);
        display: grid;
        gap: 20px;
        padding: 16px;
      }
      pages-choice {
        --tile: 96px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.faults = {};
  }

  async willUpdate(changed) {
    if (changed.has('requestId')) {
      const kept = await record(withdrawalId(this.requestId));
      const slip = (await record(this.visitId))?.slips?.find((each) => each.requestId === this.requestId);
      this.withdrawal = kept && kept.state !== 'dropped' ? kept : slip ? this.#begun(slip) : null;
    }
  }

  #begun(slip) {
    const { requestId, visitId } = this;
    const kept = { id: withdrawalId(requestId), kind: 'withdrawal', state: 'draft', owner: who(), begunAt: Date.now() };
    return { ...kept, requestId, visitId, about: slip.about, way: null, reason: '', at: isoTime() };
  }

  render() {
    const { withdrawal } = this;
    return html`<pages-head heading=${t('withdrawal.title')} back="#/slips/${this.visitId}"
        ><signal-line></signal-line
      ></pages-head>
      ${withdrawal === undefined ? nothing : withdrawal?.state === 'draft' ? this.#form() : this.#gone()}`;
  }

  #gone() {
    return html`<main>
      <pages-notice kind="empty" heading=${t(this.withdrawal ? 'withdrawal.queued' : 'withdrawal.unknown')}>
        <p><a class="button" href="#/sent">${t('sent.title')}</a></p>
      </pages-notice>
    </main>`;
  }

  #form() {
    const { about, way, reason, at, problem } = this.withdrawal;
    return html`<main>
        ${problem
          ? html`<pages-notice kind="late" heading=${t('visit.refused', { reason: readable(problem.reason) })}
              ><p>${t('visit.refused-do')}</p></pages-notice>`
          : nothing}
        <pages-notice kind="soon" heading=${t('withdrawal.of', { about })}><p>${t('withdrawal.for-good')}</p></pages-notice>
        <pages-choice
          label=${t('withdrawal.consent')}
          .options=${WAYS.map((value) => ({ value, text: t(`withdrawal.consent.${value}`) }))}
          .value=${way}
          error=${this.faults.way ? t('withdrawal.consent-missing') : ''}
          @chosen=${(event) => this.#alter({ way: event.detail })}
        ></pages-choice>
        <pages-field
          label=${t('withdrawal.reason')}
          hint=${t('withdrawal.reason-hint')}
          lines="3"
          most=${LONGEST}
          .value=${reason}
          error=${this.faults.reason ? t('withdrawal.reason-missing') : ''}
          @typed=${(event) => this.#alter({ reason: event.detail })}
        ></pages-field>
        <pages-when
          label=${t('withdrawal.at')}
          back=${DAYS_BACK}
          .value=${localInput(at)}
          @typed=${(event) => this.#alter({ at: fromLocalInput(event.detail) })}
        ></pages-when>
      </main>
      <pages-bottom>
        <button type="button" class="button primary wide" @click=${this.#submit}>${t('withdrawal.save')}</button>
      </pages-bottom>`;
  }

  #alter(changes) {
    this.withdrawal = { ...this.withdrawal, ...changes };
    this.faults = {};
    return keep(this.withdrawal);
  }

  async #submit() {
    const { way, reason, id } = this.withdrawal;
    this.faults = { way: !way, reason: !reason.trim() };
    if (this.faults.way || this.faults.reason || this.leaving) {
      return;
    }
    this.leaving = true;
    await this.#alter({ consent: t(`withdrawal.consent.${way}`) });
    await submit(id);
    location.hash = '#/sent';
  }
}
customElements.define('withdrawal-view', WithdrawalView);
