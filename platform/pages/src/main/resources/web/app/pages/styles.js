import { css } from 'lit';

/** What every component of a page starts from. */
export const base = css`
  :host {
    box-sizing: border-box;
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset {
    border: 0;
    margin: 0;
    min-width: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  h2 {
    color: var(--quiet);
    font-size: var(--small);
    font-weight: 600;
    padding: 20px 16px 8px;
  }
  a {
    color: var(--note);
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .quiet {
    color: var(--quiet);
    font-size: var(--small);
  }
  .out-of-sight {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }
`;

/** A view fills the screen, so that its bottom is where the thumb is. */
export const view = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
  }
  main {
    flex: 1;
  }
`;

/** Buttons, and links that look like them; the primary one is there once. */
export const buttons = css`
  .button {
    align-items: center;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    color: var(--ink);
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    gap: 8px;
    justify-content: center;
    min-height: var(--target);
    padding: var(--inner) 16px;
    text-decoration: none;
  }
  .button:active {
    background: var(--ground);
  }
  .button.primary {
    background: var(--brand);
    border-color: var(--brand);
    color: var(--on-brand);
    font-weight: 600;
    min-height: var(--tall);
  }
  .button.primary:active {
    background: var(--brand-pressed);
  }
  .button[disabled] {
    background: var(--ground);
    border-color: var(--line);
    color: var(--quiet);
    cursor: default;
  }
  .button.wide {
    width: 100%;
  }
  .button.plain {
    background: none;
    border-color: transparent;
    color: var(--note);
  }
  .button.remove {
    color: var(--late);
  }
`;

/** Groups of cells, as people know them from WeChat. */
export const cells = css`
  .group {
    background: var(--paper);
    border-block: 1px solid var(--line);
  }
  .cell {
    align-items: center;
    color: inherit;
    display: flex;
    gap: 12px;
    min-height: var(--tall);
    padding: calc(var(--inner) * 1.5) 16px;
    text-align: start;
    text-decoration: none;
  }
  .group > * + * {
    border-top: 1px solid var(--line);
  }
  .cell .what {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .cell .first {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  a.cell::after {
    color: var(--edge);
    content: '›';
    content: '›' / '';
    font-size: 26px;
    line-height: 1;
  }
  .mark {
    border-radius: 4px;
    flex: none;
    font-size: var(--small);
    padding: 2px 8px;
    white-space: nowrap;
  }
  .mark.waiting {
    background: var(--soon-ground);
    color: var(--soon);
  }
  .mark.late {
    background: var(--late-ground);
    color: var(--late);
  }
  .mark.good {
    background: var(--good-ground);
    color: var(--good);
  }
  .mark.note {
    background: var(--note-ground);
    color: var(--note);
  }
`;
