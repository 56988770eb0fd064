import { LitElement, css, html, nothing, svg } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { base } from '../pages/styles.js';
import { dateAndTime, moment } from '../pages/time.js';
import { onPaper } from './styles.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MANY_DAYS = 10;

/** So much before it is due, a clock turns amber; these are the desk's eyes alone, the rungs are escalation's. */
const SOON = { SIGN: 15 * MINUTE, REPLY: 8 * HOUR };
const OTHERS_SOON = HOUR;

const shown = new Set();
setInterval(() => shown.forEach((each) => each.requestUpdate()), 1000);

const ICONS = {
  late: svg`<path d="M8 1.5 15 14H1Z" /><path d="M8 6v4M8 11.5v.8" />`,
  soon: svg`<circle cx="8" cy="8" r="6.2" /><path d="M8 4.5V8h3" />`,
  good: svg`<circle cx="8" cy="8" r="6.2" /><path d="m5.2 8.2 2 2 3.6-4.2" />`,
};

/** 还剩 3 小时 20 分, 已超时 40 分: word, icon and colour; the exact moment on hover. Without a clock, since when it waits. */
class DueTime extends LitElement {
  static properties = { at: {}, clock: {}, since: {} };

  static styles = [
    base,
    css`
      :host {
        display: inline-flex;
        line-height: inherit;
        min-width: 9.5em;
        vertical-align: middle;
        white-space: nowrap;
      }
      .late,
      .soon,
      .good {
        align-items: center;
        display: inline-flex;
        font-weight: 600;
        gap: 4px;
      }
      svg {
        fill: none;
        flex: none;
        height: 1em;
        stroke: currentColor;
        stroke-width: 1.6;
        width: 1em;
      }
      .late {
        color: var(--late);
      }
      .soon {
        color: var(--soon);
      }
      .good {
        color: var(--good);
      }
      small {
        color: var(--quiet);
        font-size: inherit;
        font-weight: 400;
      }
    `,
    onPaper,
  ];

  constructor() {
    super();
    new Speaking(this);
  }

  connectedCallback() {
    super.connectedCallback();
    shown.add(this);
  }

  disconnectedCallback() {
    shown.delete(this);
    super.disconnectedCallback();
  }

  render() {
    if (!this.at) {
      return html`<span class="quiet">${this.since ? t('due.since', { when: moment(this.since) }) : '—'}</span>`;
    }
    const left = new Date(this.at) - Date.now();
    const light = left < 0 ? 'late' : left <= (SOON[this.clock] ?? OTHERS_SOON) ? 'soon' : 'good';
    const said = { clock: this.clock ? word('clock', this.clock) : '' };
    return html`<span class="paper">${t('due.exact', { ...said, when: dateAndTime(this.at) })}</span
      ><span class="screen ${light}" title=${t('due.exact', { ...said, when: moment(this.at) })}
      ><svg viewBox="0 0 16 16" aria-hidden="true">${ICONS[light]}</svg
      >${t(left < 0 ? 'due.late' : 'due.left', { time: duration(Math.abs(left)) })}
      ${this.clock ? html`<small>${word('clock', this.clock)}</small>` : nothing}</span>`;
  }
}
customElements.define('due-time', DueTime);

/** Two units at most, and of what is many days away one: nobody plans a day by seconds, or a month by hours. */
export function duration(milliseconds) {
  if (milliseconds < MINUTE) {
    return t('time.moment');
  }
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days) {
    return hours && days < MANY_DAYS ? t('time.days-hours', { days, hours }) : t('time.days', { days });
  }
  if (hours) {
    return minutes ? t('time.hours-minutes', { hours, minutes }) : t('time.hours', { hours });
  }
  return t('time.minutes', { minutes });
}
