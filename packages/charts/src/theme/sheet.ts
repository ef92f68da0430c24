import { PALETTE, type Theme, type Token } from './palette.ts';
import { type Look, ROLES } from './roles.ts';

/**
 * The style sheet of charts in a page, for the root that holds the `<svg class="lt-chart">`. Colours follow the element's
 * `color-scheme` and, in forced colours, the system's.
 */
export function chartSheet(): string {
  const rules = Object.entries(ROLES).map(
    ([role, look]) => `.${role}{${declarations(look, (token) => `var(--lt-${token})`)}}`,
  );
  return [
    `.lt-chart{${tokens((token) => PALETTE[token].light)}font-family:var(--lantu-font,inherit);overflow:visible}`,
    `@supports (color:light-dark(#000,#fff)){.lt-chart{${tokens((token) => `light-dark(${PALETTE[token].light},${PALETTE[token].dark})`)}}}`,
    ...rules,
    '@media print{.lt-ring,.lt-ring-edge,.lt-guide{display:none}}',
    FORCED_COLOURS,
  ].join('\n');
}

/** Marks keep their shapes, textures and dashes and take the system's colours; series are told apart without hue. */
const FORCED_COLOURS = `@media (forced-colors:active){.lt-chart{forced-color-adjust:none;${Object.keys(PALETTE)
  .map((token) => `--lt-${token}:${systemColour(token)};`)
  .join('')}}.lt-grid{stroke-opacity:.5}}`;

function systemColour(token: string): string {
  if (token === 'surface' || token.startsWith('on-')) return 'Canvas';
  if (token === 'focus') return 'Highlight';
  return token === 'grid' ? 'GrayText' : 'CanvasText';
}

/** The rules of those roles in the dark theme, for a standalone picture that is drawn light and follows its reader's scheme. */
export function darkSheet(roles: ReadonlySet<string>): string {
  const dark = Object.entries(ROLES)
    .filter(([role, look]) => roles.has(role) && Object.values(look).some((value) => value.startsWith('$')))
    .map(([role, look]) => `.${role}{${declarations(coloured(look), (token) => PALETTE[token].dark)}}`);
  return `@media (prefers-color-scheme:dark){${dark.join('')}}`;
}

/** The presentation attributes of everything that has these classes, with the colours of `theme`; later classes win. */
export function attributesOf(classes: readonly string[], theme: Theme): Readonly<Record<string, string>> {
  const looks = classes.map((each) => ROLES[each] ?? {});
  return Object.fromEntries(
    Object.entries(Object.assign({}, ...looks) as Look).map(([name, value]) => [
      name,
      resolved(value, (token) => PALETTE[token][theme]),
    ]),
  );
}

function tokens(value: (token: Token) => string): string {
  return (Object.keys(PALETTE) as Token[])
    .map((token) => `--lt-${token}:var(--lantu-${token},${value(token)});`)
    .join('');
}

function declarations(look: Look, colour: (token: Token) => string): string {
  return Object.entries(look)
    .map(([name, value]) => `${name}:${resolved(value, colour)}`)
    .join(';');
}

function resolved(value: string, colour: (token: Token) => string): string {
  return value.startsWith('$') ? colour(value.slice(1) as Token) : value;
}

function coloured(look: Look): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value.startsWith('$')));
}
