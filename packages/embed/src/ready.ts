import { wake } from './still/awake.ts';
import { bring } from './still/bring.ts';
import { stillIn } from './still/still.ts';
import { addressOf, askFor } from './widget/asked.ts';
import { isWithin } from './widget/nearness.ts';

/** How long a frame is waited for: a page in the background and a frame out of sight make none. */
const LONGEST_MS = 200;
/** How long stills are waited for that are on their way: on a slow link what draws had better be on its way too. */
const SOON_MS = 50;

/**
 * Does for the widgets in `root` what takes no more code than this: pictures that stand in them answer a pointer, the documents of those
 * in the window are asked for, and the stills of those that have none. Resolves with the widgets in the window when all stills have been
 * painted, for what draws would be compiled beside that.
 */
export async function ready(root: Document): Promise<readonly HTMLElement[]> {
  // Off the stack of the module: with a browser's tools open, a request has every position in the code on it looked up, for 20 ms.
  await undefined;
  const widgets = [...root.querySelectorAll<HTMLElement>('lantu-widget')];
  for (const widget of widgets) wake(widget);
  if (widgets.some(stillIn)) await frame();
  const shown = widgets.filter((widget) => isWithin(widget, 0));
  for (const widget of shown) {
    const address = addressOf(widget);
    if (address) askFor(address.url, address.integrity);
  }
  const brought = await Promise.race([Promise.all(shown.map(bring)), after(SOON_MS)]);
  if (brought?.includes(true)) await frame();
  return shown;
}

/** Resolves when a frame has been made. */
function frame(): Promise<unknown> {
  return Promise.race([new Promise(requestAnimationFrame).then(() => after(0)), after(LONGEST_MS)]);
}

function after(ms: number): Promise<undefined> {
  return new Promise((done) => setTimeout(done, ms));
}
