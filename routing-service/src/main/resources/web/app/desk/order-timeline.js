import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { base } from '../pages/styles.js';
import { dateAndTime, moment, readable } from '../pages/time.js';
import { duration } from './due-time.js';
import { Named, department } from './names.js';
import { onPaper } from './styles.js';

/** Who did what, when, with which words; and in whose hands the time lay. */
class OrderTimeline extends LitElement {
  static properties = { order: { type: Object } };

  static styles = [
    base,
    onPaper,
    css`
      .held {
        display: flex;
        gap: 2px;
        height: 20px;
        margin: 0 16px;
      }
      .held span {
        background: var(--hand);
        border-radius: 3px;
        min-width: 3px;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        font-size: var(--small);
        gap: 4px 16px;
        padding: 6px 16px 0;
      }
      .legend li::before {
        background: var(--hand);
        border-radius: 3px;
        content: '';
        display: inline-block;
        height: 10px;
        margin-inline-end: 6px;
        width: 10px;
      }
      .DESK {
        --hand: #1f4e79;
      }
      .LEAD {
        --hand: #b3541e;
      }
      .LEAD.another {
        --hand: #8a6d1d;
      }
      .SUPERVISION_OFFICE {
        --hand: #8f1811;
      }
      .TEAM {
        --hand: #185227;
      }
      .CITIZEN {
        --hand: #6b5b95;
      }
      .SUSPENDED,
      .OUTSIDE,
      .NOBODY {
        --hand: #807874;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0 16px 24px;
      }
      ol li {
        border-inline-start: 2px solid var(--line);
        display: grid;
        gap: 0 12px;
        grid-template-columns: 8.5em minmax(0, 1fr);
        margin-inline-start: 4px;
        padding: 4px 0 4px 14px;
        position: relative;
      }
      ol li::before {
        background: var(--paper);
        border: 2px solid var(--edge);
        border-radius: 50%;
        content: '';
        height: 6px;
        inset-inline-start: -6px;
        position: absolute;
        top: calc(4px + 0.8em - 5px);
        width: 6px;
      }
      time {
        color: var(--quiet);
      }
      q {
        display: block;
        overflow-wrap: anywhere;
        quotes: none;
        white-space: pre-line;
      }
      @media (max-width: 719px) {
        ol li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media print {
        ol li {
          break-inside: avoid;
          grid-template-columns: 13em minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
  }

  render() {
    const { timeline, held } = this.order;
    return html`${held?.length ? this.#held(held) : nothing}
      <h2>${t('timeline.heading')}</h2>
      <ol>
        ${(timeline ?? []).map((each) => this.#line(each))}
      </ol>`;
  }

  #held(held) {
    const hands = new Map();
    for (const each of held) {
      const name = this.#hand(each);
      const sum = hands.get(name) ?? { holder: this.#colour(each, held), minutes: 0 };
      sum.minutes += each.minutes;
      hands.set(name, sum);
    }
    const told = [...hands].map(([name, sum]) => ({ ...sum, text: t('held.share', { name, time: duration(sum.minutes * 60_000) }) }));
    return html`<h2>${t('held.heading')}</h2>
      <div class="held" role="img" aria-label=${told.map((each) => each.text).join('，')}>
        ${held.map((each) => html`<span class=${this.#colour(each, held)} .style=${`flex:${Math.max(each.minutes, 0.01)}`}
          title=${t('held.share', { name: this.#hand(each), time: duration(each.minutes * 60_000) })}></span>`)}
      </div>
      <ul class="legend">${told.map((each) => html`<li class=${each.holder}>${each.text}</li>`)}</ul>`;
  }

  /** The first department has one colour, those after it another. */
  #colour(each, held) {
    const first = held.find((one) => one.holder === 'LEAD')?.department;
    return each.holder === 'LEAD' && each.department !== first ? 'LEAD another' : each.holder;
  }

  #hand(each) {
    return each.department ? department(each.department) : word('holder', each.holder);
  }

  #line(each) {
    return html`<li>
      <time datetime=${each.at}><span class="screen">${moment(each.at)}</span><span class="paper">${dateAndTime(each.at)}</span></time>
      <div>
        <strong>${word('did', each.action)}</strong>
        <span class="quiet">${[each.department ? department(each.department) : '', each.by].filter(Boolean).join(' · ')}</span>
        ${each.words ? html`<q>${words(each)}</q>` : nothing}
      </div>
    </li>`;
  }
}
customElements.define('order-timeline', OrderTimeline);

/** Of reasons from a list, the list's words. */
function words({ action, words: said }) {
  if (action === 'REFUSE') {
    return word('notAcceptedReason', said);
  }
  const answers = /^solved=(\w+), satisfied=(\w+)$/.exec(said);
  return answers ? t('timeline.asked', { solved: word('answer', answers[1]), satisfied: word('answer', answers[2]) }) : readable(said);
}
