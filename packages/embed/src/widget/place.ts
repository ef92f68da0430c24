/** How high something is, and how far it is from what stands before and after it, or from the top of what it stands in. */
export interface Place {
  readonly lead: number;
  readonly height: number;
  readonly gap: number;
}

/** Measured between neighbours, not in the window: what stands further up may be about to change its height. */
export function placeOf(element: Element): Place {
  const { top, height, bottom } = element.getBoundingClientRect();
  const from =
    neighbour(element, 'previousElementSibling')?.bottom ?? element.parentElement?.getBoundingClientRect().top ?? top;
  const to = neighbour(element, 'nextElementSibling')?.top ?? bottom;
  return { lead: top - from, height, gap: to - bottom };
}

/** The box of the next one that has any: a script, of which codes to embed are full, has none. */
function neighbour(element: Element, side: 'previousElementSibling' | 'nextElementSibling'): DOMRect | undefined {
  let other = element[side];
  while (other && other.getClientRects().length === 0) other = other[side];
  return other?.getBoundingClientRect();
}
