import { SERIES_COLOURS, type Token } from './palette.ts';

/** What a drawn thing looks like, as SVG presentation attributes. A value that starts with `$` is a colour of the palette. */
export type Look = Readonly<Record<string, string | `$${Token}`>>;

const HALO = { stroke: '$surface', 'stroke-width': '3', 'stroke-linejoin': 'round', 'paint-order': 'stroke' } as const;

/** Every class that a chart draws with. The page's style sheet and the attributes of a standalone picture both come from here. */
export const ROLES: Readonly<Record<string, Look>> = {
  'lt-surface': { fill: '$surface' },
  'lt-title': { fill: '$text', 'font-weight': '600' },
  'lt-subtitle': { fill: '$muted' },
  'lt-caption': { fill: '$muted' },
  'lt-tick': { fill: '$muted' },
  'lt-name': { fill: '$text' },
  'lt-value': { fill: '$text', ...HALO },
  'lt-total': { fill: '$text', 'font-weight': '600', ...HALO },
  'lt-missing': { fill: '$muted' },
  'lt-footnote': { fill: '$muted' },
  'lt-caution': { fill: '$caution', 'font-weight': '600' },
  'lt-caution-box': { fill: 'none', stroke: '$caution' },
  'lt-empty': { fill: '$muted' },
  'lt-grid': { stroke: '$grid' },
  'lt-zero': { stroke: '$axis' },
  'lt-leader': { stroke: '$axis' },
  'lt-guide': { stroke: '$axis', 'stroke-dasharray': '2 3' },
  'lt-gap': { stroke: '$axis', 'stroke-dasharray': '2 2' },
  'lt-hatch': { stroke: '$axis', 'stroke-opacity': '0.6', fill: 'none' },
  'lt-weave': { stroke: '$surface', 'stroke-opacity': '0.5', 'stroke-width': '1.25', fill: 'none' },
  'lt-uncertain': { 'fill-opacity': '0.3', 'stroke-width': '1.5', 'stroke-dasharray': '4 2.5' },
  'lt-separator': { stroke: '$surface' },
  'lt-line': { fill: 'none', 'stroke-width': '2.25', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' },
  'lt-void': { 'fill-opacity': '0.5' },
  'lt-dot': { stroke: '$surface', 'stroke-width': '1' },
  'lt-hollow': { fill: '$surface' },
  'lt-ring': { fill: 'none', stroke: '$focus', 'stroke-width': '2' },
  'lt-ring-edge': { fill: 'none', stroke: '$surface', 'stroke-width': '5' },
  'lt-past': { opacity: '0.55' },
  'lt-faint': { opacity: '0.3' },
  ...Object.fromEntries(
    Array.from({ length: SERIES_COLOURS }, (_, index) => index + 1).flatMap((n): [string, Look][] => [
      [`lt-fill-${n}`, { fill: `$series-${n}` }],
      [`lt-stroke-${n}`, { stroke: `$series-${n}` }],
      [`lt-on-${n}`, { ...HALO, fill: `$on-series-${n}`, stroke: `$series-${n}` }],
    ]),
  ),
};
