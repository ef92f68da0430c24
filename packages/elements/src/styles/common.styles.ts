import { css } from 'lit';

/** Controls and texts that several elements have. */
export const common = css`
  :focus-visible {
    outline: 3px solid var(--lt-focus);
    outline-offset: 2px;
  }
  p,
  dl,
  dd,
  ul,
  figure,
  blockquote,
  pre {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  a {
    color: var(--lt-accent);
    text-underline-offset: 0.2em;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .button {
    min-height: max(2.25em, var(--lt-target));
    padding: 0.25em 1em;
    border: 1px solid var(--lt-accent);
    border-radius: var(--lantu-radius, 4px);
    background: none;
    color: var(--lt-accent);
    font: inherit;
    line-height: inherit;
    cursor: pointer;
  }
  .button:hover {
    background: var(--lt-tint);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: max(2.25em, var(--lt-target));
    color: var(--lt-accent);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    flex: none;
    width: 0.45em;
    height: 0.45em;
    margin-inline: 0.1em 0.2em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: -45deg;
  }
  details[open] > summary::before {
    rotate: 45deg;
  }
  summary:hover > :first-child {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .sql {
    max-height: 24em;
    overflow: auto;
    padding: 0.75em 1em;
    border: 1px solid var(--lt-line);
    background: var(--lt-tint);
    font: var(--lt-code) / 1.6 ui-monospace, 'Cascadia Mono', Consolas, monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @media (prefers-reduced-motion: no-preference) {
    summary::before {
      transition: rotate 0.15s;
    }
  }
  @media (forced-colors: active) {
    summary span {
      forced-color-adjust: none;
    }
  }
  @media print {
    details::details-content {
      display: block;
      block-size: auto;
      content-visibility: visible;
    }
    summary::before,
    .button {
      display: none;
    }
  }
`;
