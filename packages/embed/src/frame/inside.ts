import { type FrameMessage, MAX_HEIGHT_PX, readMessage } from './messages.ts';

/**
 * The framed page's half of the bridge: marks the root `data-framed`, so that the page leaves out what its host has, and tells the host the height of the page's content whenever it changes. The root's own box is
 * measured, which does not follow the frame's height, so that a frame shrinks as well as it grows.
 *
 * The height goes to the host's origin where the browser names it, else to whichever page frames this one.
 */
export function reportHeight(root: HTMLElement = document.documentElement): void {
  root.setAttribute('data-framed', '');
  const [hostOrigin] = location.ancestorOrigins ?? [];
  const target = hostOrigin === undefined || hostOrigin === 'null' ? '*' : hostOrigin;
  const report = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height < 1) return;
    if (height > MAX_HEIGHT_PX) root.style.removeProperty('overflow-y');
    parent.postMessage({ lantu: 1, type: 'resize', height } satisfies FrameMessage, target);
  };
  addEventListener('message', ({ data, source }) => {
    const message = source === parent ? readMessage(data) : undefined;
    if (message?.type === 'measure') report();
    // A scroll bar that comes and goes would change the width, and with it the height: without end.
    if (message?.type === 'resized') root.style.overflowY = 'hidden';
  });
  // Browsers draw no frame of another origin that is out of sight, and observe nothing in it. It still says how high it begins.
  report();
  addEventListener('load', report);
  new ResizeObserver(report).observe(root);
}
