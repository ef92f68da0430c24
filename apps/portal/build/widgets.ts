import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { placesIn, withCodes } from './embed-codes.ts';
import { lantu } from './lantu.ts';

/** Where `lantu bake` writes, and keeps the frozen versions of earlier runs. */
export const WIDGETS = fileURLToPath(new URL('../widgets', import.meta.url));

const PAGE = fileURLToPath(new URL('../index.html', import.meta.url));

/** Bakes the blueprints and puts the codes that embed them at their places in the page. */
export function bakedWidgets(): Plugin {
  let codes: Readonly<Record<string, string>> = {};
  return {
    name: 'portal-widgets',
    async buildStart() {
      const addresses = ['--loader', '../embed/embed.js', '--catalog', '../data/datapackage.json'];
      await lantu('bake', 'public/blueprints', '--data', '../../data/dist', '--out', 'widgets', ...addresses);
      const ids = placesIn(readFileSync(PAGE, 'utf8'));
      codes = JSON.parse(await lantu('embed-code', ...ids, '--dir', 'widgets', '--json'));
    },
    transformIndexHtml: { order: 'post', handler: (html) => withCodes(html, codes) },
  };
}
