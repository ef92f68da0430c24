import type { EmbedIntegrity } from './request.ts';

/** Scripts that `import()` fetches. Workers are started otherwise, and browsers check no hash of them. */
const CHUNK = /^assets\/(?!.*\.worker-)/;

/**
 * The hashes that a code takes, from the list `integrity.json` beside a loader: `{"embed.js": "sha384-…", …}`.
 *
 * @param document the hash of the frozen document, where it is known
 * @returns undefined where the list is not one of a loader
 */
export function integrityFrom(hashes: Readonly<Record<string, string>>, document?: string): EmbedIntegrity | undefined {
  const { 'embed.js': loader, 'frame.js': frame } = hashes;
  if (!loader || !frame) return undefined;
  const chunks = Object.fromEntries(Object.entries(hashes).filter(([file]) => CHUNK.test(file)));
  return { loader, frame, chunks, ...(document !== undefined && { document }) };
}
