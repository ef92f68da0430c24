import { stillIn } from './still.ts';

const FRAMELESS = { '--lantu-padding': '0px', '--lantu-border': '0' };

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
  if (Object.keys(FRAMELESS).some((name) => said.getPropertyValue(name) !== '')) return;
  for (const [name, value] of Object.entries(FRAMELESS)) widget.style.setProperty(name, value);
}
