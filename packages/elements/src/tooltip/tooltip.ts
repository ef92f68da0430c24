import { type MarkText, type PictureMark, type PointedScene, scaleOf } from '@lantu/charts';

/** So near that a mark's own figure is hidden, and not half of it. */
const GAP_PX = 4;

/** What a mark says, for the eye, which sees it once it is placed; the live region says the same. */
export function tooltipOf({ label, series, value, note }: Omit<MarkText, 'announcement'>): HTMLElement {
  const tooltip = document.createElement('div');
  tooltip.className = 'tooltip';
  tooltip.setAttribute('part', 'tooltip');
  tooltip.ariaHidden = 'true';
  tooltip.style.visibility = 'hidden';
  for (const [name, text] of Object.entries({ label, series, value, note })) {
    if (text === null) continue;
    const line = document.createElement('div');
    line.className = `tooltip-${name}`;
    line.textContent = text;
    tooltip.append(line);
  }
  return tooltip;
}

/**
 * Puts `tooltip` at its mark, inside the width of the picture that fills `room`, and so that a pointer can go from one to the other:
 * above it where the main axis runs across, to its right where it runs down, below or above where there is no room.
 */
export function placeTooltip(
  tooltip: HTMLElement,
  scene: Pick<PointedScene<PictureMark>, 'widthPx' | 'heightPx' | 'direction'>,
  room: { readonly width: number; readonly height: number },
  { x, y, box }: Pick<PictureMark, 'x' | 'y' | 'box'>,
): void {
  const scale = scaleOf(scene, room);
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  const rightmost = room.width - width;
  const beside = (box.x + box.width) * scale + GAP_PX;
  const above = box.y * scale - height - GAP_PX;
  const below = (box.y + box.height) * scale + GAP_PX;
  const isBeside = scene.direction === 'vertical' && beside <= rightmost;
  const left = isBeside ? beside : x * scale - width / 2;
  const top = isBeside ? y * scale - height / 2 : scene.direction === 'horizontal' || above >= 0 ? above : below;
  tooltip.style.left = `${Math.round(Math.max(0, Math.min(rightmost, left)))}px`;
  tooltip.style.top = `${Math.round(top)}px`;
  tooltip.style.visibility = '';
}
