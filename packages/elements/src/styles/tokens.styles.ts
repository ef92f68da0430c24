import { PALETTE } from '@lantu/charts';
import { css, unsafeCSS } from '@lit/reactive-element/css-tag.js';

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
