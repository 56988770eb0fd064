import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base } from '../pages/styles.js';
import { dayName } from '../pages/time.js';
import { call } from '../pages/api.js';
import { Read } from './reads.js';

const SHORTEST_TEXT = 4;
const PAUSE_IN_TYPING = 1200;
const KNOWN = new Set([
  'RESOLVED_ON_SPOT', 'REFERRED', 'FORWARDED', 'IN_HAND', 'ANSWERED', 'FOLLOWED_UP', 'CLOSED', 'NOT_ACCEPTED',
]);

/** While somebody writes: what is open already in this grid, and what the policy card says. Without a signal, nothing. */
class RequestHints extends LitElement {
  static properties = { gridCode: {}, categoryCode: {}, text: {}, similar: { state: true } };

  static styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      li {
        border-top: 1px solid var(--line);
        margin-top: 8px;
        padding-top: 8px;
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
    this.similar = [];
    this.policies = new Read(this, () =>
      this.categoryCode ? `/api/policy-cards?category=${encodeURIComponent(this.categoryCode)}` : null,
    );
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  willUpdate(changed) {
    if (changed.has('text') || changed.has('categoryCode')) {
      clearTimeout(this.timer);
      if (!this.categoryCode || (this.text ?? '').trim().length < SHORTEST_TEXT) {
        this.similar = [];
      } else {
        this.timer = setTimeout(() => this.#ask(), PAUSE_IN_TYPING);
      }
    }
  }

  updated() {
    this.hidden = !this.similar.length && !this.#cards.length;
  }

  get #cards() {
    return this.categoryCode ? (this.policies.body?.items ?? []) : [];
  }

  async #ask() {
    const json = { gridCode: this.gridCode, categoryCode: this.categoryCode, text: this.text };
    try {
      const found = await call('POST', '/api/similar-requests', { json });
      this.similar = json.text === this.text ? found.items : this.similar;
    } catch {
      this.similar = [];
    }
  }

  render() {
    return html`${this.similar.length
      ? html`<pages-notice kind="soon" role="status" heading=${t('request.similar')}>
          <ul>
            ${this.similar.map(
              (each) => html`<li>
                <p class="said">${each.text}</p>
                <p class="quiet">
                  ${t('request.similar-one', {
                    category: each.category,
                    day: dayName(each.receivedOn, false),
                    state: t(`state.${KNOWN.has(each.state) ? each.state : 'OTHER'}`),
                  })}
                </p>
              </li>`,
            )}
          </ul>
          <p class="quiet">${t('request.similar-do')}</p>
        </pages-notice>`
      : nothing}
    ${this.#cards.map(
      (card) => html`<pages-notice kind="note" heading="${t('request.policy')} · ${card.title}">
        <p class="said">${card.text}</p>
        ${card.source ? html`<p class="quiet">${t('request.policy-source', { source: card.source })}</p>` : nothing}
      </pages-notice>`,
    )}`;
  }
}
customElements.define('request-hints', RequestHints);
