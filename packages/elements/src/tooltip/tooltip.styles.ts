import { css } from '@lit/reactive-element/css-tag.js';

export const tooltipStyles = css`
  .tooltip,
  .help {
    position: absolute;
    z-index: 2;
    max-width: min(20em, 100%);
    padding: 0.5em 0.75em;
    border: 1px solid var(--lt-line);
    border-radius: var(--lantu-radius, 4px);
    background: var(--lt-surface);
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.2);
    font-size: var(--lt-small);
    overflow-wrap: anywhere;
  }
  .help {
    inset: calc(100% + 8px) auto auto 0;
    z-index: 1;
    max-width: 100%;
  }
  .tooltip::before {
    content: '';
    position: absolute;
    inset: -10px;
    z-index: -1;
  }
  .tooltip-label,
  .tooltip-series {
    color: var(--lt-muted);
  }
  .tooltip-value {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .tooltip-note {
    color: var(--lt-caution);
  }
`;
