import { css } from 'lit';

export const filtersStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1.25em;
    margin-bottom: 1em;
    font-size: var(--lt-small);
  }
  .filters > .error {
    width: 100%;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    min-width: 0;
    max-width: 100%;
  }
  .filter > :first-child {
    color: var(--lt-muted);
    overflow-wrap: anywhere;
  }
  select {
    box-sizing: border-box;
    min-width: 0;
    max-width: 100%;
    min-height: max(2.25em, var(--lt-target));
    padding: 0.25em 0.5em;
    border: 1px solid var(--lt-muted);
    border-radius: var(--lantu-radius, 4px);
    background: var(--lt-surface);
    color: var(--lt-text);
    font: inherit;
    line-height: inherit;
    text-overflow: ellipsis;
  }
`;
