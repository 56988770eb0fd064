import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base } from '../pages/styles.js';
import { dayName } from '../pages/time.js';
import { Asking } from './asking.js';
import { Read } from './reads.js';

const SHORTEST_TEXT = 4;
const KNOWN = new Set([
  'RESOLVED_ON_SPOT', 'REFERRED', 'FORWARDED', 'IN_HAND', 'ANSWERED', 'FOLLOWED_UP', 'CLOSED', 'NOT_ACCEPTED', 'MERGED',
]);

/**
 * While somebody writes: what is dangerous, what is open already in this grid, and what the policy card says. Without a
 * signal, nothing.
 */
class RequestHints extends LitElement {
  static properties = { gridCode: {}, categoryCode: {}, text: {}, proposal: {} };

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
    this.likeness = new Asking(this, '/api/similar-requests', () => this.#question());
    this.policies = new Read(this, () =>
      this.categoryCode ? `/api/policy-cards?category=${encodeURIComponent(this.categoryCode)}` : null,
    );
  }

  #question() {
    const { gridCode, categoryCode, text } = this;
    return categoryCode && (text ?? '').trim().length >= SHORTEST_TEXT ? { gridCode, categoryCode, text } : null;
  }

  get #similar() {
    return this.likeness.answer?.items ?? [];
  }

  updated() {
    this.hidden = !this.#urgent && !this.#similar.length && !this.#cards.length;
  }

  get #urgent() {
    return this.proposal?.urgency === 'URGENT' && this.proposal.reason;
  }

  get #cards() {
    return this.categoryCode ? (this.policies.body?.items ?? []) : [];
  }

  render() {
    return html`${this.#urgent
      ? html`<pages-notice kind="late" role="status" heading=${t('request.grading-urgent')}>
          <p>${this.proposal.reason}</p>
        </pages-notice>`
      : nothing}
    ${this.#similar.length
      ? html`<pages-notice kind="soon" role="status" heading=${t('request.similar')}>
          <ul>
            ${this.#similar.map(
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
