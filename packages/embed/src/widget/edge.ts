import { stillIn } from './still.ts';

/** What says how frames are. */
const FRAMES = ['--lantu-padding', '--lantu-border'];

/**
 * Takes the frame from a widget whose still has none, so that what stands in it stays where it was. A page that says how frames are
 * has them so, and colours that are not the page's keep theirs.
 */
export function keepEdge(widget: HTMLElement): void {
  const still = stillIn(widget);
  if (!still || widget.hasAttribute('theme')) return;
  const { paddingInlineStart, borderInlineStartWidth } = getComputedStyle(still);
  if (Number.parseFloat(paddingInlineStart) + Number.parseFloat(borderInlineStartWidth) > 0) return;
  const said = getComputedStyle(widget);
  if (FRAMES.every((name) => said.getPropertyValue(name) === '')) widget.setAttribute('frameless', '');
}
