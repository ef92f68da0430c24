/** Where the document of a widget is to be fetched from; undefined where it stands inside it, or it names no address. */
export function addressOf(
  widget: HTMLElement,
): { readonly url: string; readonly integrity: string | undefined } | undefined {
  const src = widget.getAttribute('src');
  if (!src || widget.querySelector(':scope > script') || !URL.canParse(src, document.baseURI)) return undefined;
  return { url: new URL(src, document.baseURI).href, integrity: widget.getAttribute('integrity') || undefined };
}

const asked = new Map<string, Promise<Response>>();

const keyOf = (url: string, integrity: string | undefined): string => `${integrity ?? ''} ${url}`;

/** Asks for a file before there is the code that reads it. */
export function askFor(url: string, integrity: string | undefined): void {
  const key = keyOf(url, integrity);
  if (asked.has(key)) return;
  const coming = request(url, integrity);
  coming.catch(() => {});
  asked.set(key, coming);
}

/** The answer to what was asked for ahead, once; else it is asked for now. @throws {TypeError} as `fetch` does */
export function answerOf(url: string, integrity: string | undefined): Promise<Response> {
  const key = keyOf(url, integrity);
  const coming = asked.get(key) ?? request(url, integrity);
  asked.delete(key);
  return coming;
}

function request(url: string, integrity: string | undefined): Promise<Response> {
  return fetch(url, integrity ? { integrity } : {});
}
