import { css } from 'lit';

export const errorStyles = css`
  .error {
    display: grid;
    gap: 0.75em;
    justify-items: start;
    padding: 1em 1.25em;
    border: 1px solid var(--lt-line);
    border-inline-start: 4px solid var(--lt-danger);
    background: var(--lt-tint);
    overflow-wrap: anywhere;
  }
  .error-title {
    color: var(--lt-danger);
    font-weight: 600;
  }
  .error-facts {
    display: grid;
    gap: 0.25em 1em;
    font-size: var(--lt-small);
  }
  .error-facts > div {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
  }
  .error dt {
    min-width: 4em;
    color: var(--lt-muted);
  }
  .error dd {
    flex: 1 1 12em;
  }
  .error details {
    width: 100%;
    font-size: var(--lt-small);
  }
  .error-cause {
    margin-bottom: 0.5em;
  }
`;
