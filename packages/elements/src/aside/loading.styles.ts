import { css } from 'lit';

export const loadingStyles = css`
  .notice {
    margin-bottom: 0.75em;
    padding: 0.25em 0.75em;
    border-inline-start: 4px solid var(--lt-caution);
    background: var(--lt-tint);
    font-size: var(--lt-small);
  }
  .notice.updating {
    position: absolute;
    inset: auto 0.5em 0.5em auto;
    z-index: 1;
    max-width: calc(100% - 1em);
    margin: 0;
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.2);
    animation: lt-appear 0s 0.25s both;
  }
  @keyframes lt-appear {
    from {
      visibility: hidden;
    }
  }
  .loading {
    position: relative;
    display: grid;
    align-content: center;
    padding: 1em;
    background: var(--lt-tint);
    color: var(--lt-muted);
    font-size: var(--lt-small);
    font-variant-numeric: tabular-nums;
    text-align: center;
    overflow: hidden;
  }
  .loading::after {
    content: '';
    position: absolute;
    inset: auto auto 0 0;
    width: 30%;
    height: 2px;
    background: var(--lt-accent);
  }
  .loading.idle::after {
    display: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .loading::after {
      animation: lt-pass 1.6s ease-in-out infinite alternate;
    }
    @keyframes lt-pass {
      to {
        translate: 234% 0;
      }
    }
  }
  @media (forced-colors: active) {
    .loading {
      border: 1px solid GrayText;
    }
    .loading::after {
      background: Highlight;
    }
  }
`;
