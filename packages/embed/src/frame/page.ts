import { THEMES } from '@lantu/charts';

/** Whether a document is the standalone page of a widget, and not a site's page that has widgets in it. */
export function isWidgetPage(root: HTMLElement): boolean {
  return root.hasAttribute('data-lantu-page');
}

/** Applies what an embed code asked of the standalone page, `?theme=dark&size=large`, to its widgets, and for its styles to the root. */
export function applyLooks(root: HTMLElement, search: string): void {
  const asked = new URLSearchParams(search);
  for (const [name, allowed] of [
    ['theme', THEMES],
    ['size', ['large']],
  ] as const) {
    const value = allowed.find((each) => each === asked.get(name));
    if (value === undefined) continue;
    root.setAttribute(`data-${name}`, value);
    for (const widget of root.querySelectorAll('lantu-widget')) widget.setAttribute(name, value);
  }
}

/** Applies what a link asked of it, `?f=…`: what its filters are set to, by code that is fetched for it. */
export function applyFilters(root: HTMLElement, search: string): void {
  if (new URLSearchParams(search).has('f')) {
    void import('./settings.ts').then(({ restoreSettings }) => restoreSettings(root, search));
  }
}
