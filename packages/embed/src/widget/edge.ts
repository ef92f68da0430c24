import { stillIn } from './still.ts';

/** What says how frames are. */
const FRAMES = ['--lantu-padding', '--lantu-border'];

/**
 * Whether a widget is to have no frame, as its still has none, so that what stands in it stays where it was. A page that says how frames
 * are has them so, and colours that are not the page's keep theirs.
 */
export function isFrameless(widget: HTMLElement): boolean {
  const still = stillIn(widget);
  if (!still || widget.hasAttribute('theme')) return false;
  const { paddingInlineStart, borderInlineStartWidth } = getComputedStyle(still);
  if (Number.parseFloat(paddingInlineStart) + Number.parseFloat(borderInlineStartWidth) > 0) return false;
  const said = getComputedStyle(widget);
  return FRAMES.every((name) => said.getPropertyValue(name) === '');
}
