/** How high something is, and how far it is from what stands before and after it, or from the top of what it stands in. */
export interface Place {
  readonly lead: number;
  readonly height: number;
  readonly gap: number;
}

/** Measured between neighbours, not in the window: what stands further up may be about to change its height. */
export function placeOf(element: Element): Place {
  const { previousElementSibling: previous, nextElementSibling: next, parentElement: parent } = element;
  const { top, height, bottom } = element.getBoundingClientRect();
  const from = previous?.getBoundingClientRect().bottom ?? parent?.getBoundingClientRect().top ?? top;
  const to = next?.getBoundingClientRect().top ?? bottom;
  return { lead: top - from, height, gap: to - bottom };
}
