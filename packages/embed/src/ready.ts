import { lookAtAll } from './widget/before.ts';
import { readWidget } from './widget/document.ts';
import { isWithin } from './widget/nearness.ts';
import { stillIn } from './widget/still.ts';

/** How long is waited: a page in the background and a frame out of sight are not painted, and a document may be long in coming. */
const LONGEST_MS = 200;
/** Between two frames, at 60 a second. */
const FRAME_MS = 17;

/**
 * Resolves when the widgets in `root` can be drawn without a frame of the page between their upgrade and their picture: stills have been
 * painted, which they are as early as without script, and the documents of widgets in the window are there; or after 200 ms.
 *
 * @param prepare is called with the first widget in the window while documents are on their way
 */
export async function ready(root: Document, prepare: (widget: HTMLElement) => void): Promise<void> {
  // Off the stack of the module: with a browser's tools open, a request has every position in the code on it looked up, for 20 ms.
  await undefined;
  const widgets = [...root.querySelectorAll<HTMLElement>('lantu-widget')];
  const shown = widgets.filter((widget) => isWithin(widget, 0));
  const drawable = async (): Promise<void> => {
    const documents = Promise.allSettled(shown.map(fetchDocument));
    if (widgets.some(stillIn)) await firstFrame();
    if (shown[0]) prepare(shown[0]);
    await documents;
  };
  // What is wrong is told by the widget that is then drawn.
  await Promise.race([drawable().catch(() => {}), new Promise((done) => setTimeout(done, LONGEST_MS))]);
  lookAtAll(shown.filter(stillIn));
}

/**
 * A page has its first frame within a frame's time after it was parsed, where nothing else keeps it busy: to wait for the next one would
 * cost half a frame, and the list of paints has it only when it is on the screen.
 */
async function firstFrame(): Promise<unknown> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const now = performance.now();
  const dueInMs = (navigation?.domInteractive || now) + FRAME_MS - now;
  return dueInMs > 0 && new Promise((done) => setTimeout(done, dueInMs));
}

/** Fetches the document of a widget, which takes it from there once it is defined; what is wrong with it is told then. */
async function fetchDocument(widget: HTMLElement): Promise<unknown> {
  const src = widget.getAttribute('src');
  if (!src || widget.querySelector(':scope > script')) return undefined;
  const { href: url } = new URL(src, document.baseURI);
  const integrity = widget.getAttribute('integrity') || undefined;
  return readWidget({ kind: 'src', url, integrity }, '<lantu-widget>');
}
