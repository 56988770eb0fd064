import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons, view } from '../pages/styles.js';
import { readable } from '../pages/time.js';
import { ABOUT_OFFICIALS, usedCategory } from './categories.js';
import { Asking } from './asking.js';
import './category-pick.js';
import './photo-strip.js';
import './request-contact.js';
import './request-hints.js';
import './urgency-choice.js';
import { record } from './store.js';
import { change, faultsOf, removeRequest } from './visits.js';

const LONGEST = 2000;

/** What one person asks for. Every keystroke is on the phone before the next one. */
class RequestView extends LitElement {
  static properties = {
    visitId: {},
    requestId: {},
    visit: { state: true },
    request: { state: true },
    faults: { state: true },
  };

  static styles = [
    base,
    view,
    buttons,
    css`
      main {
        background: var(--paper);
        align-content: start;
        display: grid;
        gap: 20px;
        padding: 16px;
      }
      .contact {
        display: grid;
        gap: 12px;
      }
      .check {
        align-items: center;
        display: flex;
        gap: 12px;
        min-height: var(--target);
      }
      .check input {
        accent-color: var(--brand);
        height: 24px;
        width: 24px;
      }
      .remove {
        justify-self: start;
        margin-inline-start: -16px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.faults = {};
    this.grading = new Asking(this, '/api/grading-proposals', () => this.#question());
  }

  #question() {
    const { text, categoryCode } = this.request ?? { text: '' };
    return text.trim() ? { gridCode: this.visit.gridCode, text, ...(categoryCode ? { categoryCode } : {}) } : null;
  }

  async willUpdate(changed) {
    if (changed.has('requestId')) {
      const visit = (await record(this.visitId)) ?? null;
      this.request = visit?.requests?.find((each) => each.requestId === this.requestId) ?? null;
      this.visit = visit;
      if (this.request && !this.request.text) {
        await this.updateComplete;
        this.renderRoot.querySelector('#text')?.focus();
      }
    }
  }

  render() {
    return html`<pages-head heading=${t('request.title')} back="#/visit/${this.visitId}"
        ><signal-line></signal-line
      ></pages-head>
      ${this.visit === undefined ? nothing : this.request && this.visit.state === 'draft' ? this.#form() : this.#gone()}`;
  }

  #gone() {
    return html`<main>
      <pages-notice kind="empty" heading=${t('visit.gone')}><p>${t('visit.gone-do')}</p></pages-notice>
    </main>`;
  }

  #form() {
    const request = this.request;
    return html`<main>
        ${this.visit.problem && this.#isAbout(this.visit.problem)
          ? html`<pages-notice kind="late" heading=${t('visit.refused', { reason: readable(this.visit.problem.reason) })}
              ><p>${t('visit.refused-do')}</p></pages-notice>`
          : nothing}
        <pages-field
          id="text"
          label=${t('request.text')}
          hold=${t('request.text-hold')}
          hint=${request.text.length > LONGEST - 200 ? t('request.text-hint', { left: LONGEST - request.text.length }) : ''}
          lines="4"
          most=${LONGEST}
          .value=${request.text}
          error=${this.#fault('text')}
          @typed=${(event) => this.#alter({ text: event.detail })}
        ></pages-field>
        <category-pick
          .chosen=${request.categoryCode}
          .text=${request.text}
          .proposed=${this.grading.answer?.category}
          error=${this.#fault('category')}
          @chosen=${(event) => this.#category(event.detail)}
        ></category-pick>
        <request-hints
          .gridCode=${this.visit.gridCode}
          .categoryCode=${request.categoryCode}
          .text=${request.text}
          .proposal=${this.grading.answer}
        ></request-hints>
        ${this.#outcome()}
        <request-contact
          .identity=${request.identity}
          .contact=${request.contact}
          .faults=${this.faults}
          @altered=${(event) => this.#alter(event.detail)}
        ></request-contact>
        <urgency-choice
          .chosen=${request.urgency}
          .proposal=${this.grading.answer}
          @chosen=${(event) => this.#alter({ urgency: event.detail })}
        ></urgency-choice>
        <photo-strip
          label=${t(this.#needsPhoto ? 'request.photos-needed' : 'request.photos', { count: request.photos.length })}
          add=${t('request.photo-add')}
          error=${this.#fault('photos')}
          .visit=${this.visit}
          .requestId=${this.requestId}
          .ids=${request.photos}
          @changed=${(event) => this.#alter({ photos: event.detail })}
        ></photo-strip>
        <button type="button" class="button plain remove" @click=${this.#remove}>${t('request.delete')}</button>
      </main>
      <pages-bottom>
        <button type="button" class="button primary wide" @click=${this.#save}>${t('request.save')}</button>
      </pages-bottom>`;
  }

  get #needsPhoto() {
    return this.request.photoRequired && this.request.outcome === 'SETTLED';
  }

  #outcome() {
    const request = this.request;
    const officials = request.categoryCode === ABOUT_OFFICIALS;
    return html`<div class="contact">
      <pages-choice
        label=${t('request.outcome')}
        .options=${[
          { value: 'SETTLED', text: t('request.settle') },
          { value: 'FORWARD', text: t('request.forward') },
        ]}
        .value=${request.outcome}
        error=${this.#fault('outcome')}
        @chosen=${(event) => this.#alter({ outcome: event.detail })}
      ></pages-choice>
      ${request.outcome === 'SETTLED'
        ? html`<pages-field
            label=${t('request.note')}
            lines="2"
            most=${LONGEST}
            .value=${request.note}
            error=${this.#fault('note')}
            @typed=${(event) => this.#alter({ note: event.detail })}
          ></pages-field>`
        : nothing}
      ${officials ? html`<p class="quiet">${t('request.confidential')}</p>` : nothing}
      ${officials && request.outcome === 'FORWARD'
        ? html`<label class="check"
            ><input type="checkbox" .checked=${request.aboutOffice}
              @change=${(event) => this.#alter({ aboutOffice: event.target.checked })} />${t('request.office')}</label
          >`
        : nothing}
    </div>`;
  }

  #fault(field) {
    return this.faults[field] ? t(this.faults[field]) : '';
  }

  /** The service names the request by its place in the visit. */
  #isAbout(problem) {
    const at = /^requests\[(\d+)\]/.exec(problem.field ?? '');
    return at !== null && this.visit.requests[Number(at[1])]?.requestId === this.requestId;
  }

  #alter(changes) {
    this.request = { ...this.request, ...changes };
    if (Object.keys(this.faults).length) {
      this.faults = faultsOf(this.request);
    }
    return change(this.visitId, (visit) => {
      const kept = visit.requests.find((each) => each.requestId === this.requestId);
      Object.assign(kept ?? {}, changes);
    });
  }

  /** What it demands stays with the request: it is asked again where no category is at hand. */
  async #category(chosen) {
    await this.#alter(chosen);
    if (chosen.categoryCode) {
      await usedCategory(chosen.categoryCode);
    }
  }

  async #save() {
    this.faults = faultsOf(this.request);
    if (Object.keys(this.faults).length) {
      await this.updateComplete;
      const wrong = this.renderRoot.querySelector('[error]:not([error=""]), request-contact');
      wrong?.scrollIntoView({ block: 'center' });
      return;
    }
    location.hash = `#/visit/${this.visitId}`;
  }

  async #remove() {
    await removeRequest(this.visitId, this.requestId);
    location.hash = `#/visit/${this.visitId}`;
  }
}
customElements.define('request-view', RequestView);
