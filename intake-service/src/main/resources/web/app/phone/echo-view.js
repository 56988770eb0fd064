import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons, view } from '../pages/styles.js';
import { dayName, isoTime, moment } from '../pages/time.js';
import { who } from '../pages/login.js';
import { submit } from './outbox.js';
import { Read } from './reads.js';
import { keep, record } from './store.js';

/** 回访 at the door: what was asked, what the department answers, and what the citizen says to it; two questions, asked apart. */
class EchoView extends LitElement {
  static properties = { requestId: {}, said: { state: true }, faults: { state: true } };

  static styles = [
    base,
    view,
    buttons,
    css`
      main {
        align-content: start;
        display: grid;
        gap: 16px;
        padding-bottom: 16px;
      }
      section {
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        display: grid;
        gap: 16px;
        padding: 16px;
      }
      h2 {
        padding: 0;
      }
      .said {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.echo = new Read(this, () => '/api/me/echo-list?limit=200');
    this.said = { reached: null, solved: null, satisfied: null };
    this.faults = {};
  }

  get #draftId() {
    return `follow-up/${this.requestId}`;
  }

  async willUpdate(changed) {
    if (changed.has('requestId')) {
      const kept = await record(this.#draftId);
      if (kept?.state === 'draft') {
        this.said = { reached: kept.reached, solved: kept.solved, satisfied: kept.satisfied };
      }
      this.queued = kept && !['draft', 'sent'].includes(kept.state);
      this.requestUpdate();
    }
  }

  render() {
    const echo = this.echo.body?.items.find((each) => each.requestId === this.requestId);
    return html`<pages-head heading=${t('echo.title')} back="#/"><signal-line></signal-line></pages-head>
      ${this.queued ? this.#gone('echo.queued', '') : echo ? this.#form(echo) : this.#missing()}`;
  }

  #missing() {
    return this.echo.settled
      ? this.#gone('echo.gone', 'echo.gone-do')
      : html`<main><pages-skeleton lines="6"></pages-skeleton></main>`;
  }

  #gone(heading, more) {
    return html`<main>
      <pages-notice kind="empty" heading=${t(heading)}>
        ${more ? html`<p>${t(more)}</p>` : nothing}
        <p><a class="button" href="#/">${t('visit.to-today')}</a></p>
      </pages-notice>
    </main>`;
  }

  #form(echo) {
    const citizen = echo.citizen?.anonymous
      ? t('echo.anonymous')
      : [echo.citizen?.name, echo.citizen?.phone].filter(Boolean).join(' ');
    return html`<main>
        <section>
          <div>
            <h2>${t('echo.asked')}</h2>
            <p class="said">${echo.text}</p>
            <p class="quiet">${citizen} · ${dayName(echo.visitedAt, false)}</p>
          </div>
          <div>
            <h2>${t('echo.answer')} · ${t(`echo.result.${echo.resultCode}`)}</h2>
            <p class="said">${echo.answer}</p>
            <p class="quiet">
              ${t('echo.answered', { when: moment(echo.answeredAt) })}${echo.round > 1
                ? html` · ${t('echo.round', { round: echo.round })}`
                : nothing}
            </p>
          </div>
        </section>
        <section>
          ${this.#choice('reached', ['yes', 'no'])}
          ${this.said.reached === 'no'
            ? html`<p class="quiet">
                ${echo.tries ? t('today.echo-tried', { count: echo.tries }) : nothing} ${t('echo.nobody-hint')}
              </p>`
            : nothing}
          ${this.said.reached === 'yes'
            ? html`${this.#choice('solved', ['YES', 'NO'])}
                ${this.said.solved === 'NO' ? html`<p class="quiet">${t('echo.again-hint')}</p>` : nothing}
                ${this.#choice('satisfied', ['YES', 'NO'])}`
            : nothing}
        </section>
      </main>
      <pages-bottom>
        <button type="button" class="button primary wide" @click=${() => this.#submit(echo)}>${t('echo.save')}</button>
      </pages-bottom>`;
  }

  #choice(question, answers) {
    return html`<pages-choice
      label=${t(`echo.${question}`)}
      .options=${answers.map((value) => ({ value, text: t(`echo.${question}.${value}`) }))}
      .value=${this.said[question]}
      error=${this.faults[question] ? t('echo.missing') : ''}
      @chosen=${(event) => this.#say(question, event.detail)}
    ></pages-choice>`;
  }

  #say(question, answer) {
    this.said = { ...this.said, [question]: answer };
    this.faults = { ...this.faults, [question]: false };
    return this.#keep({});
  }

  #keep(more) {
    const begun = { id: this.#draftId, kind: 'follow-up', requestId: this.requestId, state: 'draft', owner: who() };
    return keep({ ...begun, begunAt: Date.now(), ...this.said, ...more });
  }

  async #submit(echo) {
    const { reached, solved, satisfied } = this.said;
    const asked = reached === 'yes';
    this.faults = { reached: !reached, solved: asked && !solved, satisfied: asked && !satisfied };
    if (Object.values(this.faults).some(Boolean) || this.leaving) {
      return;
    }
    this.leaving = true;
    await this.#keep({
      solved: asked ? solved : 'NO_ANSWER',
      satisfied: asked ? satisfied : 'NO_ANSWER',
      happenedAt: isoTime(),
      about: echo.text.slice(0, 40),
    });
    await submit(this.#draftId);
    location.hash = '#/';
  }
}
customElements.define('echo-view', EchoView);
