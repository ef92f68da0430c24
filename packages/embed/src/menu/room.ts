const MARGIN_PX = 8;

/**
 * In a frame, makes the page as high as what lies over it needs, so that a frame that takes its content's height shows it whole:
 * `bottomPx` below the top of `host`. Gives what takes the room back; elsewhere nothing is done.
 */
export function makeRoom(host: HTMLElement, bottomPx: number): () => void {
  if (window.parent === window) return () => {};
  const { style } = host;
  const before = style.minHeight;
  style.minHeight = `${Math.ceil(bottomPx + MARGIN_PX)}px`;
  return () => {
    style.minHeight = before;
  };
}
