import { css } from 'lit';

export const stillStyles = css`
  .still {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: 0.5em;
  }
  .still > p {
    color: var(--lt-muted);
    font-size: var(--lt-small);
  }
`;
