import { stillIn } from '../still/still.ts';
import { addressOf } from './asked.ts';
import { lookAtAll } from './before.ts';
import { readWidget } from './document.ts';
import { LantuWidget } from './widget.ts';

/** How long a document is waited for: it may be long in coming. */
const LONGEST_MS = 200;

/**
 * Defines `tag` once the widgets in the window, `shown`, can be drawn without a frame of the page between their upgrade and their picture,
 * for their documents are there; or after 200 ms.
 */
export async function defineWidget(tag: string, shown: readonly HTMLElement[]): Promise<void> {
  const documents = Promise.allSettled(
    shown.map((widget) => {
      const address = addressOf(widget);
      return address && readWidget({ kind: 'src', ...address }, `<${tag}>`);
    }),
  );
  // What is wrong with one is told by the widget that is then drawn.
  await Promise.race([documents, new Promise((done) => setTimeout(done, LONGEST_MS))]);
  lookAtAll(shown.filter(stillIn));
  if (!customElements.get(tag)) customElements.define(tag, LantuWidget);
}
