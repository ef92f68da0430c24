import type { Formatter } from '@lantu/spec/locale';
import { render } from 'lit';
import type { MenuState } from '../state.ts';
import { printPage } from './page.ts';
import { printStyles } from './styles.ts';

/** A browser that prints says so at once; Safari after it has asked its reader. */
const STARTED_WITHIN_MS = 1500;
/** Where a browser does not say that it is done. */
const KEPT_MS = 600_000;

/**
 * Prints this widget alone, on paper of its own: a hidden frame of the same origin, drawn without markup from text and without inline
 * styles, so that neither the page nor its policy is touched. False where the page or the browser does not allow printing.
 */
export async function printWidget(state: MenuState, format: Formatter, host: HTMLElement): Promise<boolean> {
  const frame = document.createElement('iframe');
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  Object.assign(frame.style, { position: 'fixed', left: '-9999px', width: '680px', height: '960px', border: '0' });
  document.body.append(frame);
  const { contentWindow: sheet } = frame;
  if (!sheet) {
    frame.remove();
    return false;
  }
  drawPage(sheet, state, format, host);
  await sheet.document.fonts.ready;
  const started = new Promise<boolean>((resolve) => {
    sheet.addEventListener('beforeprint', () => resolve(true));
    setTimeout(() => resolve(false), STARTED_WITHIN_MS);
  });
  sheet.addEventListener('afterprint', () => frame.remove());
  setTimeout(() => frame.remove(), KEPT_MS);
  sheet.focus();
  sheet.print();
  const isStarted = await started;
  if (!isStarted) frame.remove();
  return isStarted;
}

/** Draws the widget as a page of its own into an empty window. */
export function drawPage(sheet: Window, state: MenuState, format: Formatter, host: HTMLElement): void {
  const page = sheet.document;
  page.title = format.textIn(state.blueprint.title);
  page.documentElement.lang = format.locale;
  page.documentElement.style.fontFamily = getComputedStyle(host).fontFamily;
  page.documentElement.classList.toggle('large', state.size === 'large');
  adopt(page, printStyles.cssText);
  render(printPage(state, format), page.body, { creationScope: page });
}

/** A style sheet belongs to the window that made it. */
function adopt(page: Document, rules: string): void {
  const { CSSStyleSheet: Sheet } = page.defaultView ?? window;
  try {
    const sheet = new Sheet();
    sheet.replaceSync(rules);
    page.adoptedStyleSheets = [sheet];
  } catch {
    const style = page.createElement('style');
    style.textContent = rules;
    page.head.append(style);
  }
}
