import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { base } from '../pages/styles.js';
import { dateAndTime, dayName, moment } from '../pages/time.js';
import { Named, category, department, place } from './names.js';
import { onPaper } from './styles.js';

const UNSETTLED = ['RETURN_REVIEW', 'ARBITRATION', 'AWAITING_DISPATCH'];

/** Who asked, what kind of matter it is, whose it is and why. */
class OrderFacts extends LitElement {
  static properties = { order: { type: Object } };

  static styles = [
    base,
    onPaper,
    css`
      dl {
        border-top: 1px solid var(--line);
        display: grid;
        gap: 4px 16px;
        grid-template-columns: max-content minmax(0, 1fr);
        padding: 12px 16px;
      }
      dt {
        color: var(--quiet);
      }
      dd {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Named(this);
  }

  render() {
    const order = this.order;
    const judged = order.state === 'REPLY_REVIEW';
    return html`<dl>
      ${judged ? this.#reply(order) : nothing}
      ${this.#fact('citizen', citizen(order.citizen))}
      ${this.#fact('category', category(order.categoryCode))}
      ${this.#fact('place', place(order.gridCode))}
      ${this.#fact('opened', opened(order))}
      ${this.#fact('external', order.externalNumber)}
      ${this.#fact('parent', order.parent)}
      ${this.#fact('lead', department(order.lead))}
      ${this.#fact('assisting', this.#assisting(order))}
      ${this.#fact('why', order.lead ? this.#why(order) : null)}
      ${this.#fact('round', order.round > 1 ? t('facts.round-text', { round: order.round }) : null)}
      ${this.#fact('returned', this.#returned(order))}
      ${this.#fact('extension', extension(order.extension))}
      ${this.#fact('suspension', suspension(order.suspension))}
      ${this.#fact('waiting', order.waiting?.since ? t('facts.waiting-text', { when: moment(order.waiting.since) }) : null)}
      ${judged ? nothing : this.#reply(order)}
    </dl>`;
  }

  /** First of all where it is to be judged. */
  #reply({ reply }) {
    return reply
      ? html`${this.#fact('result', word('resultCode', reply.resultCode))} ${this.#fact('reply', reply.text)}
          ${this.#fact('contactLog', reply.contactLog)} ${this.#fact('onSpotCheck', reply.onSpotCheck)}`
      : nothing;
  }

  #fact(name, value) {
    return value ? html`<dt>${t(`facts.${name}`)}</dt><dd>${value}</dd>` : nothing;
  }

  #why(order) {
    return order.why
      ? t('facts.why-rule', { clause: order.why.clause, version: order.why.catalogueVersion })
      : t('facts.why-person');
  }

  /** As long as it is not settled whose it is. */
  #returned(order) {
    return order.returned && UNSETTLED.includes(order.state)
      ? t('facts.returned-text', { ...order.returned, name: department(order.returned.suggestedDepartment) })
      : null;
  }

  #assisting(order) {
    const parts = new Map((order.parts ?? []).map((part) => [part.department, part.standing ?? part.state]));
    return order.assisting
      .map((code) => (parts.has(code) ? `${department(code)}（${word('part', parts.get(code))}）` : department(code)))
      .join('、');
  }
}
customElements.define('order-facts', OrderFacts);

function citizen(who) {
  return who.anonymous ? t('facts.anonymous') : [who.name, who.phone].filter(Boolean).join(' ');
}

/** In one piece: line breaks are shown here. */
function opened({ openedAt, channel }) {
  const by = (when) => `${when} · ${word('channel', channel)}`;
  return html`<span class="screen">${by(moment(openedAt))}</span><span class="paper">${by(dateAndTime(openedAt))}</span>`;
}

function extension(asked) {
  if (asked?.asked) {
    return t('facts.extension-asked', { until: day(asked.asked), reason: asked.reason ?? '' });
  }
  return asked?.granted ? t('facts.extension-granted', { until: day(asked.granted) }) : null;
}

function suspension(asked) {
  if (!asked) {
    return null;
  }
  const said = { kind: word('kind', asked.kind), plan: asked.plan, day: day(asked.reviewOn) };
  return t(asked.since ? 'facts.suspension-since' : 'facts.suspension-asked', said);
}

function day(date) {
  return date ? dayName(`${date}T12:00:00+08:00`, false) : '';
}
