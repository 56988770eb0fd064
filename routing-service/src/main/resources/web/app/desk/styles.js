import { css } from 'lit';

/** What is said otherwise on paper, which is read on another day. */
export const onPaper = css`
  .paper {
    display: none;
  }
  @media print {
    .paper {
      display: inline;
    }
    .screen {
      display: none;
    }
  }
`;

/** What the desk's parts share beside what all pages do. */
export const desk = css`
  kbd {
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 4px;
    color: var(--quiet);
    font: inherit;
    font-size: 12px;
    line-height: 1.4;
    min-width: 1.6em;
    padding: 0 4px;
    text-align: center;
    text-transform: uppercase;
  }
  .primary kbd {
    background: transparent;
    border-color: currentColor;
    color: inherit;
  }
  .button {
    gap: 6px;
    padding-inline: 12px;
  }
  .button.primary {
    min-height: var(--target);
  }
  select {
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--round);
    color: inherit;
    font: inherit;
    min-height: var(--target);
    padding: 0 8px;
    width: 100%;
  }
  @media (hover: none), (max-width: 719px) {
    kbd {
      display: none;
    }
  }
`;
