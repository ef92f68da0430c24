import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { type PublishedFolder, publishedFolders } from './build/folders.ts';
import { bakedWidgets, WIDGETS } from './build/widgets.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const { version } = JSON.parse(readFileSync(path('../../packages/embed/package.json'), 'utf8'));
const loader = { folder: path('../../packages/embed/dist/site'), madeBy: 'pnpm --filter @lantu/embed build' };

/** What the page needs besides itself: the widgets, their loader (of today, and of a version that pages can pin), the open data. */
const FOLDERS: readonly PublishedFolder[] = [
  { at: 'widgets', folder: WIDGETS, madeBy: 'pnpm --filter @lantu/portal build' },
  { at: 'embed', ...loader },
  { at: `embed/${version}`, ...loader },
  { at: 'data', folder: path('../../data/dist'), madeBy: 'pnpm data', only: /^datapackage\.json$|\.arrow$/ },
];

/** Keeps the page from being painted before it is in the reader's language, size and colours. Vite drops the attribute from index.html. */
function paintedOnce(): Plugin {
  return {
    name: 'portal-painted-once',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(/<script type="module"(?! blocking)/, '<script type="module" blocking="render"'),
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [paintedOnce(), bakedWidgets(), publishedFolders(FOLDERS)],
  build: { modulePreload: { polyfill: false } },
});
