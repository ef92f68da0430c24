type Part = 'data' | 'sources';

/** What a reader has done with the still, to be taken on by the widget in its place. */
export interface Taken {
  readonly open: readonly Part[];
  /** The part that the focus is in; `frame` where it is on the message why the widget was not drawn at first. */
  readonly focused: Part | 'frame' | undefined;
}

/** What is open of the still inside `host`, and where the focus is in it. */
export function takenOf(host: HTMLElement): Taken {
  const { activeElement } = host.ownerDocument;
  if (host.shadowRoot?.activeElement) return { open: [], focused: 'frame' };
  const all = [...host.querySelectorAll('details')];
  const focused = all.find((details) => details.contains(activeElement));
  return { open: all.filter((details) => details.open).map(partOf), focused: focused && partOf(focused) };
}

function partOf(details: Element): Part {
  return details.querySelector('table') ? 'data' : 'sources';
}
