import { LitElement, css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { addTexts, Speaking, t } from './language.js';
import { base } from './styles.js';
import { clock, dayChoice, isoDay } from './time.js';

addTexts({
  zh: { 'when.day': '日期', 'when.hour': '时', 'when.minute': '分', 'when.choose': '请选择日期' },
  en: { 'when.day': 'Day', 'when.hour': 'Hour', 'when.minute': 'Minute', 'when.choose': 'Choose a day' },
});

const DAY = 86_400_000;
const two = (number) => String(number).padStart(2, '0');
const HOURS = Array.from({ length: 24 }, (_, hour) => two(hour));
const MINUTES = Array.from({ length: 60 }, (_, minute) => two(minute));

/**
 * A day, and a time of it, in the county's words: inputs of the browser's own write both as the phone's maker thinks.
 * Says "typed" with 2026-11-30T14:30, or 2026-11-30 where it asks for a whole day.
 *
 * back and ahead are in days from today; a value outside them is shown all the same.
 */
class PagesWhen extends LitElement {
  static properties = {
    label: {},
    hint: {},
    error: {},
    value: {},
    back: { type: Number },
    ahead: { type: Number },
    whole: { type: Boolean },
  };

  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static styles = [
    base,
    css`
      legend {
        font-weight: 600;
        padding: 0 0 4px;
      }
      .parts {
        align-items: center;
        display: flex;
        gap: 4px;
      }
      select {
        background: var(--paper);
        border: 1px solid var(--edge);
        border-radius: var(--round);
        color: inherit;
        font: inherit;
        min-height: var(--target);
        min-width: 0;
        padding: var(--inner) 4px var(--inner) 8px;
      }
      .day {
        flex: 1;
      }
      .wrong select {
        border: 2px solid var(--late);
      }
      .error {
        color: var(--late);
        font-weight: 600;
        padding-top: 4px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    this.value = '';
    this.back = 0;
    this.ahead = 0;
    this.whole = false;
  }

  render() {
    const about = [this.hint ? 'hint' : '', this.error ? 'error' : ''].filter(Boolean).join(' ');
    const [day, time] = [this.value?.slice(0, 10) ?? '', this.value?.slice(11) || clock(Date.now())];
    return html`<fieldset class=${this.error ? 'wrong' : ''} aria-describedby=${about || nothing}>
      <legend>${this.label}</legend>
      <div class="parts">
        ${this.#day(day)}
        ${this.whole
          ? nothing
          : html`${this.#part('hour', HOURS, time.slice(0, 2))}<span aria-hidden="true">:</span>${this.#part(
              'minute',
              MINUTES,
              time.slice(3, 5),
            )}`}
      </div>
      ${this.error ? html`<p class="error" id="error" role="alert">${this.error}</p>` : nothing}
      ${this.hint ? html`<p class="quiet" id="hint">${this.hint}</p>` : nothing}
    </fieldset>`;
  }

  #day(chosen) {
    const days = this.#days(chosen);
    return html`<select class="day" aria-label=${t('when.day')} aria-invalid=${this.error ? 'true' : nothing} @change=${this.#chosen}>
      ${chosen ? nothing : html`<option value="" .selected=${live(true)}>${t('when.choose')}</option>`}
      ${days.map((day) => html`<option value=${day} .selected=${live(day === chosen)}>${dayChoice(day)}</option>`)}
    </select>`;
  }

  #part(name, all, chosen) {
    return html`<select class=${name} aria-label=${t(`when.${name}`)} @change=${this.#chosen}>
      ${all.map((each) => html`<option value=${each} .selected=${live(each === chosen)}>${each}</option>`)}
    </select>`;
  }

  /** The nearest first: of what was, from today backwards. */
  #days(chosen) {
    const past = Array.from({ length: this.back + 1 }, (_, days) => isoDay(new Date(Date.now() - days * DAY)));
    const future = Array.from({ length: this.ahead }, (_, days) => isoDay(new Date(Date.now() + (days + 1) * DAY)));
    const days = this.ahead ? [...past.reverse(), ...future] : past;
    return !chosen || days.includes(chosen) ? days : [...days, chosen];
  }

  #chosen() {
    const of = (part) => this.renderRoot.querySelector(`.${part}`).value;
    const day = of('day');
    this.value = !day || this.whole ? day : `${day}T${of('hour')}:${of('minute')}`;
    this.dispatchEvent(new CustomEvent('typed', { detail: this.value }));
  }
}
customElements.define('pages-when', PagesWhen);
