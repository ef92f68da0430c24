import { css } from 'lit';

export const elementStyles = css`
  .frame {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 100%;
    padding: var(--lantu-padding, clamp(1em, 4%, 1.5em));
    border: var(--lantu-border, 1px solid var(--lt-line));
    border-radius: var(--lantu-radius, 4px);
    background: var(--lt-surface);
    color: var(--lt-text);
  }
  .frame:focus {
    outline: none;
  }
  .head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5em;
    margin-bottom: 0.75em;
  }
  .headings {
    flex: 1 1 auto;
    min-width: 0;
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .title:lang(zh) {
    line-height: 1.5;
  }
  .title:lang(en) {
    line-height: 1.35;
  }
  .subtitle,
  .notes {
    color: var(--lt-muted);
    font-size: var(--lt-small);
    overflow-wrap: anywhere;
  }
  .notes {
    margin-top: 0.75em;
  }
  .ruler {
    height: 0;
  }
  .room {
    display: grid;
    flex: 1 0 auto;
    min-height: 12em;
  }
  .room > *,
  .room::before {
    grid-area: 1 / 1;
    min-width: 0;
  }
  .frame > .error {
    margin-bottom: 1em;
  }
  .empty {
    display: grid;
    flex: 1 0 auto;
    place-content: center;
    min-height: 12em;
    margin-bottom: 1em;
    background: var(--lt-tint);
    color: var(--lt-muted);
    text-align: center;
  }
  .simulated {
    align-self: start;
    margin-bottom: 0.75em;
    padding: 0 0.6em;
    border: 1px solid var(--lt-caution);
    color: var(--lt-caution);
    font-size: var(--lt-small);
    font-weight: 600;
  }
  .more {
    margin-top: auto;
    border-top: 1px solid var(--lt-line);
    font-size: var(--lt-small);
  }
  .more ~ .more {
    margin-top: 0;
  }
  .more[open] {
    padding-bottom: 1em;
  }
  @media print {
    .frame {
      break-inside: avoid;
    }
    .more:has(.pending) {
      display: none;
    }
  }
`;
