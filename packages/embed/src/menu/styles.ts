import { type CSSResult, css } from 'lit';
import type { MenuHost } from './state.ts';

/** What the menu needs once it is open; the button's own looks are in the light path. */
export const panelStyles = css`
  .menu-button[aria-busy='true'] {
    cursor: progress;
  }
  .menu-panel {
    position: fixed;
    inset: auto;
    z-index: 2147483647;
    display: block;
    box-sizing: border-box;
    width: max-content;
    min-width: 12em;
    margin: 0;
    padding: 0.375em 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--lt-line);
    border-radius: var(--lantu-radius, 4px);
    background: var(--lt-surface);
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.2);
    color: var(--lt-text);
    font: inherit;
    line-height: inherit;
  }
  .menu-group + .menu-group {
    margin-block-start: 0.375em;
    padding-block-start: 0.375em;
    border-block-start: 1px solid var(--lt-line);
  }
  .menu-item {
    display: block;
    box-sizing: border-box;
    width: 100%;
    min-height: max(2.25em, var(--lt-target));
    margin: 0;
    padding: 0.25em 1em;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    line-height: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .menu-item:hover,
  .menu-item:focus {
    background: var(--lt-tint);
    color: var(--lt-accent);
  }
  .menu-item:focus-visible {
    outline-offset: -3px;
  }
  .menu-outcome {
    position: absolute;
    z-index: 2;
    inset-inline: var(--lantu-padding, clamp(1em, 4%, 1.5em));
    width: fit-content;
    max-width: 26em;
    margin-block-start: 0.25em;
    margin-inline-start: auto;
    padding: 0.5em 0.75em;
    border: 1px solid var(--lt-line);
    border-radius: var(--lantu-radius, 4px);
    background: var(--lt-surface);
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.2);
    color: var(--lt-text);
    font-size: var(--lt-small);
    overflow-wrap: anywhere;
  }
  .menu-outcome.failed {
    border-inline-start: 4px solid var(--lt-danger);
  }
  .menu-field {
    display: block;
    box-sizing: border-box;
    width: 100%;
    min-height: max(2.25em, var(--lt-target));
    margin-block: 0.5em;
    padding: 0.375em 0.5em;
    border: 1px solid var(--lt-muted);
    border-radius: var(--lantu-radius, 4px);
    background: var(--lt-tint);
    color: var(--lt-text);
    font: var(--lt-code) / 1.6 ui-monospace, 'Cascadia Mono', Consolas, monospace;
    overflow-wrap: anywhere;
    resize: vertical;
  }
`;

const added = new WeakMap<ShadowRoot, Set<CSSResult>>();

/**
 * Has `host` wear `styles` beside its own from its next update on, also after it has changed what it wears. A page's policy on styles
 * does not reach adopted sheets.
 */
export function wear(styles: CSSResult, host: MenuHost, root: ShadowRoot): void {
  host.addController({ hostUpdate: () => adopt(styles, root) });
}

function adopt(styles: CSSResult, root: ShadowRoot): void {
  const { styleSheet, cssText } = styles;
  if (styleSheet) {
    if (!root.adoptedStyleSheets.includes(styleSheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    return;
  }
  const known = added.get(root) ?? new Set();
  if (known.has(styles)) return;
  added.set(root, known.add(styles));
  const style = document.createElement('style');
  style.textContent = cssText;
  root.append(style);
}
