import { css } from 'lit';

export const catalogStyles = css`
  :host {
    display: contents;
  }
  .error {
    margin-bottom: 1em;
  }
`;
