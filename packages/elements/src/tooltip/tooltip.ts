import { type MarkText, type PictureMark, type PointedScene, scaleOf } from '@lantu/charts';

const GAP_PX = 8;

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
 * above it where the main axis runs across, beyond its end where it runs down, below or above where there is no room.
 */
export function placeTooltip(
  tooltip: HTMLElement,
  scene: Pick<PointedScene<PictureMark>, 'widthPx' | 'heightPx' | 'direction'>,
  room: { readonly width: number; readonly height: number },
  mark: Pick<PictureMark, 'x' | 'y' | 'box'>,
): void {
  const scale = scaleOf(scene, room);
  const [x, y] = [mark.x * scale, mark.y * scale];
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  const rightmost = room.width - width;
  const above = mark.box.y * scale - height - GAP_PX;
  const below = (mark.box.y + mark.box.height) * scale + GAP_PX;
  const isBeside = scene.direction === 'vertical' && x + GAP_PX <= rightmost;
  const left = isBeside ? x + GAP_PX : x - width / 2;
  const top = isBeside
    ? y - height / 2
    : scene.direction === 'horizontal'
      ? y - height - GAP_PX
      : above >= 0
        ? above
        : below;
  tooltip.style.left = `${Math.round(Math.max(0, Math.min(rightmost, left)))}px`;
  tooltip.style.top = `${Math.round(top)}px`;
  tooltip.style.visibility = '';
}
