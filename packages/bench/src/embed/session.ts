import type { Browser } from 'playwright';

/** Calls a method of the DevTools protocol. Throws what the browser says where it fails. */
export type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;

export interface PageSession {
  readonly send: Send;
  /** Sends these messages to each worker as it starts, before it runs; what it answers is not heard. */
  tellWorkers(messages: readonly { readonly method: string; readonly params?: object }[]): Promise<void>;
  close(): Promise<void>;
}

interface Message {
  /** Left out in the news of what happens, which have a method instead. */
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string };
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/**
 * An empty page in a browser context of its own, of which none of the DevTools' listeners is turned on. A page opened by Playwright has
 * those of network, runtime and console: then each request, timer and promise has its stack recorded, and the more script a page runs
 * the slower it is than it would be for a reader.
 */
export async function openPage(browser: Browser, viewport: { width: number; height: number }): Promise<PageSession> {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send('Target.createBrowserContext');
  const made = { url: 'about:blank', browserContextId, newWindow: true };
  const { targetId } = await root.send('Target.createTarget', made);
  const { sessionId } = await root.send('Target.attachToTarget', { targetId });
  let hearOfWorker = (_sessionId: string): void => {};
  const send = speak(
    (message) => root.send('Target.sendMessageToTarget', { sessionId, message }),
    (hear) =>
      root.on('Target.receivedMessageFromTarget', (event) => event.sessionId === sessionId && hear(event.message)),
    ({ method, params }) => {
      if (method === 'Target.attachedToTarget' && params?.sessionId) hearOfWorker(params.sessionId);
    },
  );
  await send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor: 1, mobile: false });
  return {
    send,
    tellWorkers: async (messages) => {
      hearOfWorker = (worker) => {
        for (const [id, message] of messages.entries()) {
          void send('Target.sendMessageToTarget', { sessionId: worker, message: JSON.stringify({ id, ...message }) });
        }
      };
      await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
    },
    close: async () => {
      await root.send('Target.disposeBrowserContext', { browserContextId });
      await root.detach();
    },
  };
}

/** Speaks in a session by messages in another's messages, for it is not one of Playwright's own. */
function speak(
  post: (message: string) => Promise<unknown>,
  listen: (hear: (message: string) => void) => void,
  news: (message: Message) => void,
): Send {
  const replies = new Map<number, (reply: Message) => void>();
  listen((text) => {
    const message = JSON.parse(text) as Message;
    if (message.id === undefined) news(message);
    else replies.get(message.id)?.(message);
  });
  return async (method, params = {}) => {
    const id = replies.size + 1;
    const reply = new Promise<Message>((done) => replies.set(id, done));
    await post(JSON.stringify({ id, method, params }));
    const { result = {}, error } = await reply;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}
