import { css } from 'lit';

export const loadingStyles = css`
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
