type Part = 'data' | 'sources';

/** What a reader has done with the still, to be taken on by the widget in its place. */
export interface Taken {
  readonly open: readonly Part[];
  /** Selects what in the widget is to have the focus; undefined where the focus is elsewhere. */
  readonly focused: string | undefined;
}

/** What is open of the still inside `host`, and where the focus is in it. */
export function takenOf(host: HTMLElement): Taken {
  const { activeElement } = host.ownerDocument;
  // On the message why the widget was not drawn at first.
  if (host.shadowRoot?.activeElement) return { open: [], focused: '.frame' };
  const all = [...host.querySelectorAll('details')];
  const within = all.find((details) => details.contains(activeElement));
  const isOnPicture = host.querySelector('svg, img') === activeElement;
  return {
    open: all.filter((details) => details.open).map(partOf),
    focused: within ? `[part="${partOf(within)}"] > summary` : isOnPicture ? '.plot' : undefined,
  };
}

function partOf(details: Element): Part {
  return details.querySelector('table') ? 'data' : 'sources';
}
