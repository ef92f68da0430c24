/** How high something is, how far it is from what stands before and after it, and what is first inside from its top. */
export interface Place {
  readonly lead: number;
  readonly inset: number;
  readonly height: number;
  readonly gap: number;
}

/** Measured between neighbours, not in the window: what stands further up may be about to change its height. */
export function placeOf(element: Element): Place {
  const { top, bottom } = boxOf(element);
  const inside = [...element.children].find(boxes);
  return {
    lead: top - edgeBeside(element, true),
    inset: (inside?.getBoundingClientRect().top ?? top) - top,
    height: bottom - top,
    gap: edgeBeside(element, false) - bottom,
  };
}

interface Box {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where the next thing above (else below) that is in the flow ends (begins): a neighbour, or what the element stands in. Margins of what is
 * first or last in something reach out of it: then that of what stands beside it.
 */
function edgeBeside(element: Element, isAbove: boolean): number {
  const [own, facing] = isAbove ? (['top', 'bottom'] as const) : (['bottom', 'top'] as const);
  const side = isAbove ? 'previousElementSibling' : 'nextElementSibling';
  const at = boxOf(element)[own];
  for (let other = element[side]; other; other = other[side]) {
    const box = boxOf(other);
    const middle = (box.top + box.bottom) / 2;
    // What stands in the same row is neither above nor below.
    const isBeyond = isAbove ? middle <= at : middle >= at;
    if (isBeyond && boxes(other) && /static|relative/.test(getComputedStyle(other).position)) return box[facing];
  }
  const { parentElement } = element;
  if (!parentElement) return at;
  const outer = boxOf(parentElement)[own];
  return Math.abs(outer - at) < 0.5 ? edgeBeside(parentElement, isAbove) : outer;
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
