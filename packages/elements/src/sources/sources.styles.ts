import { css } from 'lit';

export const sourcesStyles = css`
  .sources {
    display: grid;
    gap: 0.75em;
    color: var(--lt-muted);
    font-size: var(--lt-small);
    overflow-wrap: anywhere;
  }
  .origins {
    display: grid;
    gap: 0.75em;
  }
  .origin-title {
    color: var(--lt-text);
    font-weight: 600;
  }
  .origin-title cite {
    font-style: normal;
  }
  .origin-title a {
    display: inline-flex;
    align-items: center;
    min-height: var(--lt-target);
  }
  .quotes-title {
    color: var(--lt-text);
    font-weight: 600;
  }
  .quotes {
    display: grid;
    gap: 0.75em;
  }
  .quoted b {
    color: var(--lt-text);
    font-variant-numeric: tabular-nums;
  }
  .quoted span::after {
    content: ' · ' / '';
  }
  blockquote {
    margin-top: 0.25em;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--lt-line);
    color: var(--lt-text);
  }
  .facts > div {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
  }
  .facts dd {
    color: var(--lt-text);
  }
  @media print {
    .sources details {
      display: none;
    }
  }
`;
