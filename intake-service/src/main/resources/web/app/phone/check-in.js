import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t } from '../pages/language.js';
import { base, buttons, cells } from '../pages/styles.js';
import './photo-strip.js';

/**
 * 签到. By where the phone is, by a photo, by both or not at all. Says "located" with where, and "photographed" with the
 * photo's id, or null.
 */
class CheckIn extends LitElement {
  static properties = { visit: {}, locating: { state: true }, noLocation: { state: true } };

  static styles = [
    base,
    buttons,
    cells,
    css`
      .label {
        font-weight: 600;
        padding-bottom: 4px;
      }
      .ways {
        align-items: start;
        display: grid;
        gap: 8px;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
      }
      .mark {
        display: block;
        line-height: 1.4;
        padding: 12px;
        white-space: normal;
      }
      .ways .button {
        line-height: 1.3;
        padding-inline: 8px;
        width: 100%;
      }
      photo-strip {
        --columns: 1;
        --ratio: 4 / 3;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
  }

  render() {
    const photo = this.visit.checkInPhoto;
    return html`<div role="group" aria-labelledby="label">
      <div class="label" id="label">${t('visit.check-in')}</div>
      <div class="ways">
        ${this.#place()}
        <photo-strip
          class="pair"
          add=${t('visit.check-in-photo')}
          most="1"
          capture
          .visit=${this.visit}
          .requestId=${null}
          .ids=${photo ? [photo] : []}
          @changed=${(event) => this.#say('photographed', event.detail[0] ?? null)}
        ></photo-strip>
      </div>
      ${this.noLocation ? html`<p class="quiet" role="status">${t('visit.gps-refused')}</p>` : nothing}
    </div>`;
  }

  #place() {
    const found = this.visit.checkIn;
    return found
      ? html`<span class="mark good">${t('visit.gps-done', { meters: found.accuracyMeters })}</span>`
      : html`<button type="button" class="button" ?disabled=${this.locating} @click=${this.#locate}>
          ${this.locating ? t('visit.gps-asking') : t('visit.gps')}
        </button>`;
  }

  #locate() {
    this.locating = true;
    this.noLocation = false;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.locating = false;
        const { latitude, longitude, accuracy } = coords;
        this.#say('located', { latitude, longitude, accuracyMeters: Math.round(accuracy) });
      },
      () => {
        this.locating = false;
        this.noLocation = true;
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
customElements.define('check-in', CheckIn);
