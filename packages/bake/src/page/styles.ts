import { PALETTE } from '@lantu/charts';
import { pictureWidth } from '@lantu/charts/svg';

/** The name of the style sheet beside a widget's pages. */
export const PAGE_STYLES = 'page.css';

/** A plot is published this wide; the page's column is too, within its frame. */
const PICTURE_PX = pictureWidth({ type: 'bar' });

const COLOURS = {
  surface: PALETTE.surface,
  text: PALETTE.text,
  muted: PALETTE.muted,
  line: { light: '#d3dae2', dark: '#36404b' },
  link: { light: '#1a5296', dark: '#8dbcf2' },
  focus: PALETTE.focus,
} as const;

const declared = (theme: 'light' | 'dark'): string =>
  Object.entries(COLOURS)
    .map(([name, colour]) => `--${name}: ${colour[theme]};`)
    .join(' ');

/** The looks of the standalone page. What the live widget looks like is its own; this is the page around it, and what stands there without script. */
export function pageStyles(): string {
  return `:root { color-scheme: light dark; ${declared('light')} }
@media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { ${declared('dark')} } }
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; ${declared('dark')} }
:root[data-size='large'] { font-size: 125%; }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--text); font-family: system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Noto Serif Tibetan", Kailasa, "Microsoft Himalaya", sans-serif; line-height: 1.6; }
:lang(zh) { line-height: 1.7; }
:lang(bo) { line-height: 2.1; }
main, footer { max-width: calc(${PICTURE_PX + 2}px + 5rem); margin: 0 auto; padding: 1rem; }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 2rem; padding-top: 0; font-size: 0.875rem; }
footer p { margin: 0; }
footer a { display: inline-block; min-height: 24px; margin-inline-end: 1rem; }
a { color: var(--link); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
lantu-widget { display: block; }
.lantu-still { padding: clamp(1em, 4%, 1.5rem); border: 1px solid var(--line); border-radius: 4px; overflow-wrap: anywhere; }
.lantu-still > * { margin: 0 0 0.75em; }
.lantu-still > .lantu-small, .lantu-still > .lantu-value { margin-bottom: 0.5rem; }
.lantu-still h1 { margin-bottom: 0; font-size: 1.125rem; font-weight: 600; }
.lantu-still h1 + p, .lantu-still details { color: var(--muted); font-size: 0.875rem; }
.lantu-still > .lantu-filters { display: flex; flex-wrap: wrap; gap: 0.5em 1.25em; margin-bottom: 1em; font-size: 0.875rem; }
.lantu-filters > span { display: flex; align-items: center; min-width: min(13em, 100%); min-height: 2.25em; }
.lantu-still picture { display: block; }
.lantu-still img { display: block; max-width: 100%; }
.lantu-small { color: var(--muted); font-size: 0.875rem; }
.lantu-value { display: flex; flex-wrap: wrap; align-items: flex-end; justify-content: space-between; gap: 0.5em 1em; font-size: 1.125em; }
.lantu-number { font-size: 2em; font-weight: 600; line-height: 1.25; font-variant-numeric: tabular-nums; }
.lantu-still details { margin: 0; border-top: 1px solid var(--line); }
.lantu-still summary { min-height: 24px; padding: 0.5em 0; color: var(--link); cursor: pointer; }
table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; color: var(--text); }
caption { text-align: start; }
th, td { padding: 0.35em 0.75em; border-bottom: 1px solid var(--line); text-align: start; vertical-align: baseline; }
td { font-variant-numeric: tabular-nums; }
th[scope='row'] { font-weight: 400; }
ul { margin: 0; padding: 0; list-style: none; }
dd { margin: 0 0 0.5em 1em; }
[data-framed] main { max-width: none; padding: 0; }
[data-framed] footer { display: none; }
@media print {
  details::details-content { display: block; block-size: auto; content-visibility: visible; }
  summary { list-style: none; }
  footer { display: none; }
  main { max-width: none; padding: 0; }
}
`;
}
