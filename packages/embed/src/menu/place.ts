/** Between the menu and its button, and between the menu and the edge of what can be seen. */
const GAP_PX = 4;
const MARGIN_PX = 8;

/**
 * Puts `panel`, whose CSS position is fixed, below `anchor` and flush with its inline end; above it, or over it, where there is no
 * room below. It is never larger than what can be seen of the page, and never outside of it: in a frame of little height it scrolls.
 */
export function place(panel: HTMLElement, anchor: HTMLElement): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const { style } = panel;
  style.maxWidth = `${width - 2 * MARGIN_PX}px`;
  style.maxHeight = `${height - 2 * MARGIN_PX}px`;
  style.left = '0';
  style.top = '0';
  const button = anchor.getBoundingClientRect();
  const atOrigin = panel.getBoundingClientRect();
  const below = button.bottom + GAP_PX;
  const above = button.top - GAP_PX - atOrigin.height;
  const isRoomBelow = below + atOrigin.height <= height - MARGIN_PX;
  const top = isRoomBelow || above < MARGIN_PX ? below : above;
  const left = getComputedStyle(anchor).direction === 'rtl' ? button.left : button.right - atOrigin.width;
  style.left = `${within(left, width - MARGIN_PX - atOrigin.width) - atOrigin.left}px`;
  style.top = `${within(top, height - MARGIN_PX - atOrigin.height) - atOrigin.top}px`;
}

/** Whether any of `element` is in the window. */
export function isInSight(element: HTMLElement): boolean {
  const { top, right, bottom, left } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  return bottom > 0 && right > 0 && top < clientHeight && left < clientWidth;
}

function within(start: number, last: number): number {
  return Math.max(MARGIN_PX, Math.min(start, last));
}
