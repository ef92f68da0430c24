import { css } from 'lit';

export const tableStyles = css`
  .table-scroll {
    max-height: max(32em, 70vh);
    overflow: auto;
    border-block: 1px solid var(--lt-line);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--lt-small);
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block: 0.5em;
    color: var(--lt-muted);
    text-align: start;
  }
  th,
  td {
    padding: 0.35em 1em 0.35em 0;
    border-top: 1px solid var(--lt-line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    max-width: 20em;
    overflow-wrap: break-word;
  }
  tbody th {
    position: sticky;
    left: 0;
    max-width: min(20em, 40vw);
    background: var(--lt-surface);
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0.25em;
  }
  thead th {
    position: sticky;
    top: 0;
    z-index: 1;
    border-top: 0;
    background: var(--lt-surface);
    min-width: 6em;
    color: var(--lt-muted);
    font-weight: 600;
    box-shadow: inset 0 -1px var(--lt-line);
  }
  .numeric {
    text-align: end;
  }
  td.numeric {
    white-space: nowrap;
  }
  .table-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block: 0.75em;
    font-size: var(--lt-small);
  }
  .outcome {
    color: var(--lt-muted);
  }
  @media print {
    .table-scroll {
      max-height: none;
      overflow: visible;
    }
    .table-actions {
      display: none;
    }
  }
`;
