import { css } from 'lit';

export const dialogStyles = css`
  .embed-dialog {
    box-sizing: border-box;
    width: min(42rem, 100vw - 1rem);
    max-width: none;
    max-height: calc(100vh - 1rem);
    margin: auto;
    padding: clamp(0.75em, 3vw, 1.5em);
    overflow: auto;
    border: 1px solid var(--lt-line);
    border-radius: var(--lantu-radius, 4px);
    background: var(--lt-surface);
    color: var(--lt-text);
    font: inherit;
    line-height: inherit;
    text-align: start;
  }
  @supports (height: 100dvh) {
    .embed-dialog {
      max-height: calc(100dvh - 1rem);
    }
  }
  .embed-dialog::backdrop {
    background: rgb(0 0 0 / 0.45);
  }
  .embed-title {
    font-size: 1.125em;
    font-weight: 600;
  }
  .embed-dialog fieldset {
    min-width: 0;
    margin: 1em 0 0;
    padding: 0;
    border: 0;
  }
  .embed-dialog legend {
    padding: 0;
    color: var(--lt-muted);
    font-size: var(--lt-small);
  }
  .embed-options {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }
  .embed-option {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: max(2em, var(--lt-target));
  }
  .embed-option input {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    margin: 0;
    accent-color: var(--lt-accent);
  }
  .embed-about,
  .embed-status {
    color: var(--lt-muted);
    font-size: var(--lt-small);
  }
  .embed-choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2em;
  }
  .embed-label {
    display: block;
    margin-block-start: 1em;
    color: var(--lt-muted);
    font-size: var(--lt-small);
  }
  .embed-dialog .menu-field {
    min-height: 7.5em;
    margin-block: 0.25em 0.75em;
    white-space: pre-wrap;
  }
  .embed-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  .embed-status {
    flex: 1 1 8em;
    min-width: 0;
  }
  .embed-status.failed {
    color: var(--lt-danger);
  }
`;
