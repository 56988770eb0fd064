import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base } from '../pages/styles.js';

/** 分级. How urgent it is: as the county's rules say, with their reason, unless the secretary says otherwise. Says "chosen". */
class UrgencyChoice extends LitElement {
  static properties = { chosen: {}, proposal: {} };

  static styles = [
    base,
    css`
      pages-choice {
        --tile: 96px;
      }
      p {
        padding-top: 4px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
  }

  render() {
    return html`<pages-choice
        label=${t('request.urgency')}
        .options=${['BY_RULE', 'NORMAL', 'URGENT'].map((value) => ({ value, text: t(`request.urgency.${value}`) }))}
        .value=${this.chosen}
        @chosen=${(event) => this.dispatchEvent(new CustomEvent('chosen', { detail: event.detail }))}
      ></pages-choice>
      <div role="status">${this.#proposal()}</div>`;
  }

  #proposal() {
    const proposal = this.proposal;
    const byRule = this.chosen === 'BY_RULE';
    if (!proposal) {
      return byRule ? html`<p class="quiet">${t('request.grading-later')}</p>` : nothing;
    }
    const urgency = t(`request.urgency.${proposal.urgency}`);
    if (byRule || proposal.urgency === this.chosen) {
      // The reason of what is nothing out of the ordinary is that of the category.
      const says = proposal.urgency === 'URGENT' ? 'request.grading-because' : 'request.grading-says';
      return html`<p class="quiet">${t(says, { urgency, reason: proposal.reason ?? '' })}</p>`;
    }
    return html`<p class="quiet">${t('request.grading-overruled', { urgency })}</p>`;
  }
}
customElements.define('urgency-choice', UrgencyChoice);
