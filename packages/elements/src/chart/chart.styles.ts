import { css } from 'lit';

export const chartElementStyles = css`
  .summary {
    margin-bottom: calc(1em - var(--lt-slack, 0px));
    overflow-wrap: anywhere;
  }
  .room::before {
    content: '';
    width: 100%;
    min-height: 190px;
    max-height: 380px;
    margin-bottom: calc(10em + 48px);
    aspect-ratio: 1 / 0.48;
  }
  .stage {
    position: relative;
    margin-bottom: 1em;
  }
  .plot {
    border-radius: 2px;
  }
  .plot > svg {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .stale .stage {
    filter: grayscale(1);
    transition: filter 0s 0.25s;
  }
`;
