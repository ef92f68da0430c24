/** What the two halves of the bridge say to each other. Nothing in it is private, and nothing else is listened to. */
export type FrameMessage =
  /** Frame to host: my content is this high. */
  | { readonly lantu: 1; readonly type: 'resize'; readonly height: number }
  /** Host to frame: say your height again, for I was not here when you first did. */
  | { readonly lantu: 1; readonly type: 'measure' }
  /** Host to frame: you are now as high as you said, and need no scroll bar. */
  | { readonly lantu: 1; readonly type: 'resized' };

/** In px. A frame asking for more keeps its height and scrolls. */
export const MAX_HEIGHT_PX = 20_000;

/** `data` as a message of the bridge, or undefined. Heights are whole numbers of px from 1 to {@link MAX_HEIGHT_PX}. */
export function readMessage(data: unknown): FrameMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { lantu, type, height } = data as Record<string, unknown>;
  if (lantu !== 1) return undefined;
  if (type === 'measure' || type === 'resized') return { lantu, type };
  const isHeight = Number.isInteger(height) && (height as number) >= 1 && (height as number) <= MAX_HEIGHT_PX;
  return type === 'resize' && isHeight ? { lantu, type, height: height as number } : undefined;
}
