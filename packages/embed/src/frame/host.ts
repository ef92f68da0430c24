import { type FrameMessage, readMessage } from './messages.ts';

// The host page's half of the bridge, `frame.js`: gives each `<iframe data-lantu>` the height of its content. A frame speaks for
// itself only: the message must come from its own window and from the origin that its address names.

function frames(): HTMLIFrameElement[] {
  return [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-lantu]')];
}

function hasOrigin(frame: HTMLIFrameElement, origin: string): boolean {
  try {
    return new URL(frame.src).origin === origin;
  } catch {
    return false;
  }
}

/** What `box-sizing: border-box`, common in CSS resets, takes from the height for border and padding. */
function chromeOf(frame: HTMLIFrameElement): number {
  const style = getComputedStyle(frame);
  if (style.boxSizing !== 'border-box') return 0;
  const { borderTopWidth, borderBottomWidth, paddingTop, paddingBottom } = style;
  return [borderTopWidth, borderBottomWidth, paddingTop, paddingBottom].reduce((sum, px) => sum + parseFloat(px), 0);
}

addEventListener('message', ({ data, source, origin }) => {
  const message = readMessage(data);
  if (message?.type !== 'resize') return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || !hasOrigin(frame, origin)) return;
  frame.style.height = `${message.height + chromeOf(frame)}px`;
  frame.contentWindow?.postMessage({ lantu: 1, type: 'resized' } satisfies FrameMessage, origin);
});

// To any origin, for a frame that is still empty has the host's, and it is a question only.
for (const { contentWindow } of frames()) {
  contentWindow?.postMessage({ lantu: 1, type: 'measure' } satisfies FrameMessage, '*');
}
