import { css } from 'lit';

/** What lies beside a form to be read, and perhaps taken over by a press. */
export const beside = css`
  :host {
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: var(--round);
    padding: 8px 12px;
  }
  :host([empty]) {
    display: none;
  }
  h4 {
    font-size: inherit;
    margin: 0;
    padding: 4px 0;
  }
  li {
    align-items: center;
    border-top: 1px solid var(--line);
    display: flex;
    gap: 12px;
    padding: 4px 0;
  }
  li > div {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  @media (min-width: 900px) {
    .one-line {
      align-items: baseline;
      display: flex;
      flex-wrap: wrap;
      gap: 0 10px;
    }
    li .button {
      min-height: 28px;
      padding-block: 0;
    }
  }
  .two-lines {
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    display: -webkit-box;
    overflow: hidden;
  }
`;

/** Says "propose": what the form is to take over. */
export function propose(host, values) {
  host.dispatchEvent(new CustomEvent('propose', { detail: values, bubbles: true, composed: true }));
}

export function items(body) {
  return body?.items ?? [];
}
