import { localeFor, nearestLang } from '@lantu/elements/language';
import { addressOf } from '../widget/asked.ts';
import { wake } from './awake.ts';

/** Not in every browser yet. */
type Sanitizing = Partial<{
  setHTML(html: string, options: { readonly sanitizer: { readonly removeElements: readonly string[] } }): void;
}>;

/** What a still has no use for, besides all that runs code, which the browser takes out anyway. */
const NEVER = ['style', 'link', 'meta', 'base'];

const MARKS = /class="lantu-marks">([^<]*)/;

/** So that the widget in its place has one too. */
const FRAME = {
  padding: 'var(--lantu-padding, clamp(1em, 4%, 1.5em))',
  border: 'var(--lantu-border, 1px solid var(--lantu-line, #d3dae2))',
};

/**
 * Puts the still that `lantu bake` wrote beside the document of `widget` into it: a few KB, and there is a
 * picture before the code that draws one. Not where something stands inside, the still would look otherwise than the widget, or a hash says
 * which document it is to be; nor in browsers that have no sanitizer, since a document may be another origin's.
 *
 * @returns whether there is one now
 */
export async function bring(widget: HTMLElement & Sanitizing): Promise<boolean> {
  const address = addressOf(widget);
  if (!widget.setHTML || !address || address.integrity || widget.firstElementChild) return false;
  if (widget.getAttribute('size') === 'large' || isDark(widget)) return false;
  const name = `${localeFor(nearestLang(widget))}.inline.html`;
  const text = await fetch(new URL(name, address.url)).then(
    (response) => (response.ok ? response.text() : ''),
    () => '',
  );
  if (!text || widget.shadowRoot || widget.firstElementChild) return false;
  widget.setHTML(text, { sanitizer: { removeElements: NEVER } });
  const still = widget.firstElementChild as HTMLElement | null;
  for (const [property, value] of Object.entries(FRAME)) still?.style.setProperty(property, value);
  wake(widget, MARKS.exec(text)?.[1]);
  return true;
}

/** Whether it will be drawn in dark colours; a still inside a page is light. */
function isDark(widget: HTMLElement): boolean {
  const theme = widget.getAttribute('theme');
  const { colorScheme } = getComputedStyle(widget);
  if (theme || !colorScheme.includes('dark')) return theme === 'dark';
  return !colorScheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
}
