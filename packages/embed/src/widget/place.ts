/** How high something is, and how far it is from what stands before and after it, or from the top of what it stands in. */
export interface Place {
  readonly lead: number;
  readonly height: number;
  readonly gap: number;
}

/** Measured between neighbours, not in the window: what stands further up may be about to change its height. */
export function placeOf(element: Element): Place {
  const { top, bottom } = boxOf(element);
  const from =
    neighbour(element, 'previousElementSibling')?.bottom ?? element.parentElement?.getBoundingClientRect().top ?? top;
  const to = neighbour(element, 'nextElementSibling')?.top ?? bottom;
  return { lead: top - from, height: bottom - top, gap: to - bottom };
}

interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** The box of the next one that has any. */
function neighbour(element: Element, side: 'previousElementSibling' | 'nextElementSibling'): Box | undefined {
  let other = element[side];
  while (other && !boxes(other)) other = other[side];
  return other ? boxOf(other) : undefined;
}

/** A tag that is not defined yet is inline: blocks in it break it into several boxes, and WebKit counts their margins to these. */
function boxOf(element: Element): Box {
  const inside = boxes(element) > 1 ? [...element.children].filter(boxes) : [];
  const { top } = (inside[0] ?? element).getBoundingClientRect();
  const { bottom } = (inside.at(-1) ?? element).getBoundingClientRect();
  return { top, bottom };
}

/** A script, of which codes to embed are full, has none. */
function boxes(element: Element): number {
  return element.getClientRects().length;
}
