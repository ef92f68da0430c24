import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const SOURCES = fileURLToPath(new URL('../../src/embed/rivals/', import.meta.url));

/**
 * Builds the script of a page for production, as `vite build` would by itself: minified, tree-shaken, names with a digest.
 *
 * @param out the folder to write to
 * @returns the name of the script in it
 */
export async function buildRival(entry: string, out: string): Promise<string> {
  const result = await build({
    root: SOURCES,
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: out,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { input: join(SOURCES, entry) },
    },
  });
  if (!('output' in result)) throw new Error('Vite was to build once and return its output.');
  const script = result.output.find((file) => file.type === 'chunk' && file.isEntry);
  if (!script) throw new Error(`${entry} was built without a script.`);
  return script.fileName;
}
