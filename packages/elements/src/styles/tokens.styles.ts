import { PALETTE } from '@lantu/charts';
import { css, unsafeCSS } from 'lit';

/** The colours that text and surfaces take, beside those that charts draw with. Text keeps 4.5:1 against `surface` and `tint`. */
const COLOURS = {
  surface: PALETTE.surface,
  text: PALETTE.text,
  muted: PALETTE.muted,
  line: { light: '#d3dae2', dark: '#36404b' },
  tint: { light: '#f3f6f9', dark: '#1f262e' },
  accent: { light: '#1a5296', dark: '#8dbcf2' },
  focus: PALETTE.focus,
  caution: PALETTE.caution,
  danger: { light: '#a3211c', dark: '#ff9d94' },
} as const;

function declared(value: (colour: { readonly light: string; readonly dark: string }) => string) {
  const lines = Object.entries(COLOURS).map(
    ([name, colour]) => `--lt-${name}: var(--lantu-${name}, ${value(colour)});`,
  );
  return unsafeCSS(lines.join('\n'));
}

/** Type that nothing set on the page for its own text (indents, spacing, capitals) distorts. */
export const type = css`
  font-family: var(--lantu-font, inherit);
  font-size: var(--lt-size);
  font-style: normal;
  font-weight: 400;
  letter-spacing: normal;
  line-height: 1.6;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  white-space: normal;
  color: var(--lt-text);
`;

/**
 * What every element starts from: its colours, overridable one by one and following the `color-scheme` in force or the attribute
 * `theme`; its type; the large mode.
 */
export const tokens = css`
  :host {
    ${declared(({ light }) => light)}
    --lt-size: max(16px, 1rem);
    --lt-small: max(14px, 0.875em);
    --lt-code: max(12px, 0.8125em);
    --lt-target: 24px;
    display: block;
    box-sizing: border-box;
    min-width: 0;
    ${type}
  }
  /* Again: what a page sets on all its elements, it sets on the host too, and from there it would be inherited. */
  .frame {
    direction: ltr;
    word-spacing: normal;
    ${type}
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      ${declared(({ light, dark }) => `light-dark(${light}, ${dark})`)}
    }
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([size='large']) {
    --lt-size: max(20px, 1rem);
    --lt-small: max(18px, 0.9em);
    --lt-code: 18px;
    --lt-target: 44px;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :lang(en) {
    line-height: 1.5;
  }
  :lang(zh) {
    line-height: 1.7;
  }
  :lang(bo) {
    line-height: 2.1;
  }
  @media (forced-colors: active) {
    :host {
      --lt-surface: Canvas;
      --lt-text: CanvasText;
      --lt-muted: CanvasText;
      --lt-line: CanvasText;
      --lt-tint: Canvas;
      --lt-accent: LinkText;
      --lt-focus: Highlight;
      --lt-caution: CanvasText;
      --lt-danger: CanvasText;
    }
  }
`;

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
