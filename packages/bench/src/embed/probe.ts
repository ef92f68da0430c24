/** What the probe looks for in a page. Each selector after the first is looked for in the shadow root of what the one before found. */
export interface ProbeTask {
  /** How many bars the chart has. */
  readonly bars: number;
  /** The picture that stands in the page's HTML: the bars of an inline one, or the `<img>`. */
  readonly still?: string;
  /** What comes alive; without it the page is as alive as it will be once it is painted. */
  readonly alive?: Answering;
  /** What takes the focus for keys; without it, it has answered keys once it is alive, for it answers none. */
  readonly keys?: Keys;
  /** The same of what is drawn in its place later; without it, it is whole once it is alive. */
  readonly whole?: Answering;
}

/** A picture that answers keys. */
export interface Keys {
  readonly focus: readonly string[];
  readonly tooltip: readonly string[];
  /** What the tooltip says among other things after End: the last bar's name. */
  readonly says: string;
}

/** A picture that answers a pointer. */
export interface Answering {
  /** The bars; or a picture of them, whose first one is at `point`. */
  readonly bars: readonly string[];
  readonly tooltip: readonly string[];
  /** What the tooltip of the first bar says among other things. */
  readonly says: string;
  /** Pixels from the left top corner. Left out: the middle. */
  readonly point?: { readonly x: number; readonly y: number };
}

/** Milliseconds since the navigation began. */
export interface Probed {
  /** The chart's bars are in the page and the frame that has them was made. */
  paintedMs?: number;
  /** A pointer over the first bar has brought up its tooltip. */
  aliveMs?: number;
  /** And a key the last one's. */
  keysMs?: number;
  /** It has where nothing will be drawn in its place any more. */
  wholeMs?: number;
  /** The sum of the layout shifts, as the Layout Instability API counts them. */
  shift: number;
  /** What was thrown, rejected, logged as an error, or could not be fetched. */
  faults: string[];
}

declare global {
  interface Window {
    lantuProbe?: Probed;
  }
}

/**
 * Runs in the page before anything of it, the same for every rival; it refers to nothing outside itself.
 *
 * Painted: asked in every animation frame, until the bars are there; a message sent then arrives once the frame is made. An `<img>`
 * counts when it is decoded. Alive: asked every 4 ms once the bars are there, by a pointer that moves over the first of them; the
 * tooltip is looked for as soon as the event has been handled, and every 4 ms. Keys: then End is pressed, at once and every 4 ms. Whole: the
 * pointer once more, over what is drawn last.
 */
export function probe(task: ProbeTask): void {
  const seen: Probed = { shift: 0, faults: [] };
  window.lantuProbe = seen;
  addEventListener(
    'error',
    ({ message, target }) => seen.faults.push(message ?? `not fetched: ${(target as Element).outerHTML.slice(0, 200)}`),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => seen.faults.push(String(reason)));
  console.error = (...words: unknown[]) => {
    seen.faults.push(words.join(' '));
  };

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });

  const find = (path: readonly string[]): Element[] => {
    let roots: (Document | ShadowRoot | null)[] = [document];
    for (const [index, selector] of path.entries()) {
      const found = roots.flatMap((root) => [...(root?.querySelectorAll(selector) ?? [])]);
      if (index === path.length - 1) return found;
      roots = found.map((each) => each.shadowRoot);
    }
    return [];
  };

  const decoded = new WeakMap<HTMLImageElement, boolean>();
  const isDecoded = (image: HTMLImageElement): boolean => {
    if (!decoded.has(image) && image.complete && image.naturalWidth > 0) {
      decoded.set(image, false);
      image.decode().then(() => decoded.set(image, true));
    }
    return decoded.get(image) ?? false;
  };

  const isPainted = (): boolean => {
    const still = task.still ? find([task.still]) : [];
    const [first] = still;
    if (first instanceof HTMLImageElement ? isDecoded(first) : still.length >= task.bars) return true;
    return [task.alive, task.whole].some((each) => each && !each.point && find(each.bars).length >= task.bars);
  };

  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    seen.paintedMs = performance.now();
    if (!task.alive) seen.aliveMs = seen.keysMs = seen.wholeMs = seen.paintedMs;
  };
  const onFrame = () => {
    if (isPainted()) channel.port2.postMessage(null);
    else requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);

  const isSaid = (tooltip: readonly string[], words: string): boolean =>
    find(tooltip).some(({ textContent }) => textContent?.includes(words));

  const ask = ({ bars: path, tooltip, says, point }: Answering, seenAt: (now: number) => void): void => {
    let isSeen = false;
    const seeTooltip = () => {
      if (isSeen || !isSaid(tooltip, says)) return;
      isSeen = true;
      seenAt(performance.now());
    };
    const afterwards = new MessageChannel();
    afterwards.port1.onmessage = seeTooltip;
    const move = () => {
      seeTooltip();
      if (isSeen) return;
      const bars = find(path);
      const [first] = bars;
      if (first && bars.length >= (point ? 1 : task.bars)) {
        const { left, top, width, height } = first.getBoundingClientRect();
        const { x, y } = point ?? { x: width / 2, y: height / 2 };
        const how = {
          clientX: left + x,
          clientY: top + y,
          bubbles: true,
          composed: true,
          cancelable: true,
          view: window,
        };
        first.dispatchEvent(new PointerEvent('pointermove', { ...how, pointerType: 'mouse', isPrimary: true }));
        first.dispatchEvent(new MouseEvent('mousemove', how));
        afterwards.port2.postMessage(null);
      }
      setTimeout(move, 4);
    };
    move();
  };
  const askKeys = ({ focus, tooltip, says }: Keys, seenAt: (now: number) => void): void => {
    const [picture] = find(focus) as (Element & HTMLOrSVGElement)[];
    picture?.focus();
    picture?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'End', bubbles: true, composed: true, cancelable: true }),
    );
    if (isSaid(tooltip, says)) seenAt(performance.now());
    else setTimeout(() => askKeys({ focus, tooltip, says }, seenAt), 4);
    // Who turns to a widget has its table fetched, which is not what is measured.
    picture?.blur();
  };

  const { alive, keys, whole } = task;
  if (!alive) return;
  const askWhole = (now: number): void => {
    seen.keysMs = now;
    if (!whole) seen.wholeMs = now;
    else ask(whole, (later) => (seen.wholeMs = later));
  };
  ask(alive, (now) => {
    seen.aliveMs = now;
    if (!keys) askWhole(now);
    else askKeys(keys, askWhole);
  });
}
