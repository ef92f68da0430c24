/** The colours of a chart. A page overrides each by the custom property `--lantu-<name>`; light and dark follow its `color-scheme`. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * The eight series colours keep 3:1 against the surface and stay apart (distance in OKLab ≥ 0.1) under normal vision, protanopia and
 * deuteranopia, and ≥ 0.075 under the rare tritanopia; text colours keep 4.5:1. `on-series-N` is the ink for text on series N.
 */
export const PALETTE = {
  surface: { light: '#ffffff', dark: '#15191e' },
  text: { light: '#1a2027', dark: '#e9edf1' },
  muted: { light: '#57616c', dark: '#a8b2bd' },
  grid: { light: '#e4e7ea', dark: '#2c333b' },
  axis: { light: '#77818c', dark: '#808b96' },
  focus: { light: '#0b57d0', dark: '#a8c7fa' },
  caution: { light: '#8a4600', dark: '#f2b866' },
  'series-1': { light: '#1d63a8', dark: '#6aaef0' },
  'series-2': { light: '#d77900', dark: '#e5d452' },
  'series-3': { light: '#792f2f', dark: '#dd7693' },
  'series-4': { light: '#0c98b5', dark: '#7edecd' },
  'series-5': { light: '#8e5813', dark: '#c0ab3c' },
  'series-6': { light: '#663a6b', dark: '#736196' },
  'series-7': { light: '#8a76f2', dark: '#4880e1' },
  'series-8': { light: '#b56666', dark: '#2a7641' },
  'on-series-1': { light: '#ffffff', dark: '#0b0f13' },
  'on-series-2': { light: '#0b0f13', dark: '#0b0f13' },
  'on-series-3': { light: '#ffffff', dark: '#0b0f13' },
  'on-series-4': { light: '#0b0f13', dark: '#0b0f13' },
  'on-series-5': { light: '#ffffff', dark: '#0b0f13' },
  'on-series-6': { light: '#ffffff', dark: '#ffffff' },
  'on-series-7': { light: '#0b0f13', dark: '#0b0f13' },
  'on-series-8': { light: '#0b0f13', dark: '#ffffff' },
} as const satisfies Readonly<Record<string, Readonly<Record<Theme, string>>>>;

export type Token = keyof typeof PALETTE;

export const SERIES_COLOURS = 8;
