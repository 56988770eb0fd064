import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons } from '../pages/styles.js';
import { Read } from './reads.js';

/**
 * 群众回执. The code with which a citizen asks, and what is read out or printed with it; whose it is, and what can be done,
 * stand on the screen alone. Says "print".
 */
class CitizenSlip extends LitElement {
  static properties = { slip: {}, visitId: {}, withdrawal: {}, copied: { state: true } };

  static styles = [
    base,
    buttons,
    css`
      :host {
        background: var(--paper);
        border-block: 1px solid var(--line);
        margin-top: 12px;
        padding: 16px;
      }
      .code {
        font-size: 26px;
        font-weight: 600;
        line-height: 1.4;
        overflow-wrap: anywhere;
      }
      .text {
        border-top: 1px solid var(--line);
        margin-top: 8px;
        padding-top: 8px;
        white-space: pre-line;
      }
      .do {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-top: 12px;
      }
      .do > :last-child {
        margin-inline-start: auto;
      }
      .do .button {
        padding-inline: 12px;
      }
      .mark {
        align-self: center;
        color: var(--quiet);
      }
      pages-skeleton {
        padding: 12px 0 0;
      }
      @media print {
        :host {
          border: 1px solid #000;
          break-inside: avoid;
          margin: 0 0 8mm;
        }
        .do,
        .about {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.read = new Read(this, () => `/api/requests/${this.slip.requestId}/slip`, { spoken: true });
  }

  render() {
    const { about, code } = this.slip;
    return html`<article aria-label=${t('slip.of', { about })}>
      <p class="quiet about">${t('slip.of', { about })}</p>
      <p class="code">${code}</p>
      ${this.#text()}
      <div class="do">
        <button type="button" class="button" ?disabled=${!this.read.body} @click=${this.#copy}>
          <span role="status">${t(this.copied ? 'slip.copied' : 'slip.copy')}</span>
        </button>
        <button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('print'))}>
          ${t('slip.print')}
        </button>
        ${this.#withdrawal()}
      </div>
    </article>`;
  }

  /** To be sent to the citizen: WeChat's browser cannot print. */
  async #copy() {
    await navigator.clipboard.writeText(this.read.body.text);
    this.copied = true;
  }

  #text() {
    if (this.read.body) {
      return html`<p class="text">${this.read.body.text}</p>`;
    }
    if (!this.read.settled) {
      return html`<pages-skeleton lines="3"></pages-skeleton>`;
    }
    const reason = this.read.problem?.message;
    return html`<p class="text quiet">${reason ?? t('slip.without-signal')}</p>`;
  }

  #withdrawal() {
    if (this.withdrawal && !['draft', 'dropped'].includes(this.withdrawal.state)) {
      return html`<span class="mark">${t(`slip.withdrawal.${this.withdrawal.state}`)}</span>`;
    }
    return this.slip.forwarded
      ? html`<a class="button plain" href="#/withdrawal/${this.visitId}/${this.slip.requestId}">${t('slip.withdraw')}</a>`
      : nothing;
  }
}
customElements.define('citizen-slip', CitizenSlip);
