/** Shared by name, for what fetches ahead runs before the loader's own code and is built apart from it. */
const AHEAD = Symbol.for('@lantu/embed/ahead/1');

function ahead(): Map<string, Promise<string | undefined>> {
  const page = globalThis as { [AHEAD]?: Map<string, Promise<string | undefined>> };
  page[AHEAD] ??= new Map();
  return page[AHEAD];
}

/** Begins to fetch the text at an absolute address, once, which widgets will soon ask for. */
export function fetchAhead(url: string): void {
  if (ahead().has(url)) return;
  const text = fetch(url).then(
    (response) => (response.ok ? response.text() : undefined),
    () => undefined,
  );
  ahead().set(
    url,
    text.catch(() => undefined),
  );
}

/** What was fetched ahead, once; undefined where nothing was, or it did not come: then it is fetched anew, and what is wrong is told. */
export async function takeAhead(url: string): Promise<string | undefined> {
  const text = ahead().get(url);
  ahead().delete(url);
  return text;
}
