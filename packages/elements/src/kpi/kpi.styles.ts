import { css } from 'lit';

export const kpiStyles = css`
  .title {
    font-size: 1em;
  }
  .head {
    margin-bottom: 0.5em;
  }
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: space-between;
    gap: 0.5em 1em;
    margin-bottom: 0.25em;
  }
  .value {
    font-size: 1.125em;
    overflow-wrap: anywhere;
  }
  .value .number {
    font-size: 2em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.25;
  }
  .period {
    color: var(--lt-muted);
    font-size: var(--lt-small);
  }
  .change {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.6em;
    font-size: var(--lt-small);
  }
  .signed {
    color: var(--lt-text);
    font-size: 1.1em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .signed.good {
    color: var(--lt-accent);
  }
  .signed.bad {
    color: var(--lt-danger);
  }
  .change,
  .simulated,
  .period,
  .figure {
    margin-bottom: 0.5em;
  }
  .stale .figure,
  .stale .change {
    filter: grayscale(1);
    transition: filter 0s 0.25s;
  }
  .room {
    min-height: 5.4em;
  }
  .room.of-series {
    min-height: 11.4em;
  }
  .figure > svg {
    flex: none;
  }
  /* The plate that browsers lay behind text is as high as the number's line of Tibetan, and hides what stands above it. */
  @media (forced-colors: active) {
    .value {
      forced-color-adjust: none;
      color: CanvasText;
    }
  }
`;
