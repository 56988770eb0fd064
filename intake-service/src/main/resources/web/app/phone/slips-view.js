import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons, view } from '../pages/styles.js';
import { moment } from '../pages/time.js';
import './citizen-slip.js';
import { onChange, record } from './store.js';
import { withdrawalId } from './visits.js';

/** 回执. Those of a visit that was sent, one below the other, to be read out or printed. */
class SlipsView extends LitElement {
  static properties = { visitId: {}, visit: { state: true }, withdrawals: { state: true }, only: { state: true } };

  static styles = [
    base,
    view,
    buttons,
    css`
      main {
        padding-bottom: 16px;
      }
      .quiet {
        padding: 12px 16px 0;
      }
      @media print {
        .quiet,
        .not-this-one {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.withdrawals = new Map();
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
    const visit = (await record(this.visitId)) ?? null;
    const found = await Promise.all((visit?.slips ?? []).map(({ requestId }) => record(withdrawalId(requestId))));
    this.withdrawals = new Map(found.filter(Boolean).map((kept) => [kept.requestId, kept]));
    this.visit = visit;
  }

  render() {
    return html`<pages-head heading=${t('slip.title')} back="#/sent"><signal-line></signal-line></pages-head>
      ${this.visit === undefined ? nothing : this.visit?.slips?.length ? this.#slips() : this.#none()}`;
  }

  #none() {
    return html`<main>
      <pages-notice kind="empty" heading=${t('slip.none')}><p class="quiet">${t('slip.none-do')}</p></pages-notice>
    </main>`;
  }

  #slips() {
    const { slips, gridName, startedAt } = this.visit;
    return html`<main>
        <p class="quiet">${gridName} · ${moment(startedAt)}</p>
        ${slips.map(
          (slip) => html`<citizen-slip
            class=${this.only && this.only !== slip.requestId ? 'not-this-one' : ''}
            .slip=${slip}
            .visitId=${this.visitId}
            .withdrawal=${this.withdrawals.get(slip.requestId)}
            @print=${() => this.#print(slip.requestId)}
          ></citizen-slip>`,
        )}
      </main>
      ${slips.length > 1
        ? html`<pages-bottom>
            <button type="button" class="button primary wide" @click=${() => this.#print(null)}>
              ${t('slip.print-all', { count: slips.length })}
            </button>
          </pages-bottom>`
        : nothing}`;
  }

  async #print(requestId) {
    this.only = requestId;
    await this.updateComplete;
    print();
  }
}
customElements.define('slips-view', SlipsView);
