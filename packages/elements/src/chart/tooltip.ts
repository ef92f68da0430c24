import type { Mark, MarkText, Scene } from '@lantu/charts';
import { html, nothing, type TemplateResult } from 'lit';

const GAP_PX = 8;

/** What a mark says, for the eye; the live region says the same. */
export function tooltipView({ label, series, value, note }: MarkText): TemplateResult {
  return html`<div class="tooltip" part="tooltip" aria-hidden="true">
    <p class="tooltip-label">${label}</p>
    ${series === null ? nothing : html`<p class="tooltip-series">${series}</p>`}
    <p class="tooltip-value">${value}</p>
    ${note === null ? nothing : html`<p class="tooltip-note">${note}</p>`}
  </div>`;
}

/**
 * Puts `tooltip` at its mark, inside the width of the picture and so that a pointer can go from one to the other: above it where the
 * main axis runs across, beyond its end where it runs down, below or above where there is no room.
 */
export function placeTooltip(tooltip: HTMLElement, svg: SVGElement, scene: Scene, mark: Mark): void {
  const scale = svg.clientWidth / scene.widthPx;
  const [x, y] = [mark.x * scale, mark.y * scale];
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  const rightmost = svg.clientWidth - width;
  const above = mark.box.y * scale - height - GAP_PX;
  const below = (mark.box.y + mark.box.height) * scale + GAP_PX;
  const beside = scene.direction === 'vertical' && x + GAP_PX <= rightmost;
  const left = beside ? x + GAP_PX : x - width / 2;
  const top = beside
    ? y - height / 2
    : scene.direction === 'horizontal'
      ? y - height - GAP_PX
      : above >= 0
        ? above
        : below;
  tooltip.style.setProperty('left', `${Math.round(Math.max(0, Math.min(rightmost, left)))}px`);
  tooltip.style.setProperty('top', `${Math.round(top)}px`);
}
