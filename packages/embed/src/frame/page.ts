import { EMBED_THEMES } from '../code/request.ts';

/** Whether a document is the standalone page of a widget, and not a site's page that has widgets in it. */
export function isWidgetPage(root: HTMLElement): boolean {
  return root.hasAttribute('data-lantu-page');
}

/**
 * Applies what an embed code or a link asked of the standalone page: `?theme=dark&size=large` to its widgets, and for its styles to the
 * root; `?f=…`, what the filters are set to, by code that is fetched for it.
 */
export function applySettings(root: HTMLElement, search: string): void {
  const asked = new URLSearchParams(search);
  for (const [name, allowed] of [
    ['theme', EMBED_THEMES],
    ['size', ['large']],
  ] as const) {
    const value = allowed.find((each) => each === asked.get(name));
    if (value === undefined) continue;
    root.setAttribute(`data-${name}`, value);
    for (const widget of root.querySelectorAll('lantu-widget')) widget.setAttribute(name, value);
  }
  if (asked.has('f')) void import('./settings.ts').then(({ restoreSettings }) => restoreSettings(root, search));
}
