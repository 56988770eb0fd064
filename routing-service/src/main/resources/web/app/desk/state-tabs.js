import { LitElement, css, html, nothing } from 'lit';
import { Speaking, t, word } from '../pages/language.js';
import { base } from '../pages/styles.js';
import { Fetched } from './fetched.js';
import { onLive } from './live.js';
import { address, Routed } from './route.js';
import { is } from './session.js';

const CLERK = ['AWAITING_SIGN', 'IN_PROGRESS', 'RETURN_REVIEW', 'ARBITRATION', 'REPLY_REVIEW', 'FOLLOW_UP', 'SUSPENDED'];
const DISPATCHER = [
  'AWAITING_DISPATCH',
  'RETURN_REVIEW',
  'REPLY_REVIEW',
  'FORWARDED_OUT',
  'AWAITING_SIGN',
  'IN_PROGRESS',
  'ARBITRATION',
  'FOLLOW_UP',
];
const SUPERVISOR = ['ARBITRATION', 'IN_PROGRESS', 'AWAITING_SIGN', 'SUSPENDED', 'RETURN_REVIEW', 'REPLY_REVIEW', 'FOLLOW_UP'];

/** The states in which somebody's work lies, the most urgent first. */
export function states() {
  return is('dispatcher') ? DISPATCHER : is('supervisor') ? SUPERVISOR : CLERK;
}

/** In milliseconds: what changes at once is counted once. */
const TOGETHER = 700;

/** The states as tabs, each with how many there are now. */
class StateTabs extends LitElement {
  static properties = { chosen: {} };

  static styles = [
    base,
    css`
      .tabs {
        align-items: center;
        background: var(--paper);
        border-bottom: 1px solid var(--line);
        display: flex;
        gap: 4px 8px;
        overflow-x: auto;
        padding: 0 16px;
      }
      .tabs a {
        align-items: center;
        border-bottom: 3px solid transparent;
        color: var(--quiet);
        display: flex;
        flex: none;
        gap: 6px;
        min-height: var(--target);
        padding: 4px 6px;
        text-decoration: none;
      }
      .tabs a[aria-current] {
        border-color: var(--brand);
        color: var(--brand);
        font-weight: 600;
      }
      .tabs .count {
        background: var(--ground);
        border-radius: 9px;
        color: var(--ink);
        font-size: var(--small);
        line-height: 1.5;
        min-width: 2.2em;
        padding: 0 6px;
        text-align: center;
      }
    `,
  ];

  constructor() {
    super();
    new Speaking(this);
    new Routed(this);
    this.counts = new Fetched(this, () => (is('secretary') ? null : '/api/work-order-counts'));
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onLive(() => {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.refresh(), TOGETHER);
    });
  }

  disconnectedCallback() {
    this.stop();
    clearTimeout(this.soon);
    super.disconnectedCallback();
  }

  refresh() {
    this.counts.refresh();
  }

  render() {
    return html`<nav class="tabs" aria-label=${t('tabs.label')}>${states().map((name) => this.#tab(name))} ${this.#tab('ALL')}</nav>`;
  }

  #tab(name) {
    const count = this.counts.body?.byState?.[name];
    return html`<a href=${address({ state: name, open: null, act: null })} aria-current=${name === this.chosen ? 'page' : nothing}
      >${name === 'ALL' ? t('tabs.all') : word('state', name)}
      ${name === 'ALL' ? nothing : html`<span class="count">${count ?? '·'}</span>`}</a
    >`;
  }
}
customElements.define('state-tabs', StateTabs);
