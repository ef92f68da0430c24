import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const DATA = fileURLToPath(new URL('../../data/dist', import.meta.url));
const SERVED = /^datapackage\.json$|\.arrow$/;

/** Puts the built datasets and their catalog beside the page, as `data/`: copied into the build, read in place by the dev server. */
function datasets(): Plugin {
  const files = async () => {
    if (!existsSync(`${DATA}/datapackage.json`))
      throw new Error(`There are no data in ${DATA}. Build them first: pnpm data`);
    return (await readdir(DATA)).filter((name) => SERVED.test(name));
  };
  return {
    name: 'lantu-datasets',
    async generateBundle() {
      for (const name of await files()) {
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: await readFile(`${DATA}/${name}`) });
      }
    },
    configureServer(server) {
      server.middlewares.use('/data', async (request, response, next) => {
        const name = decodeURIComponent(request.url?.split('?')[0]?.slice(1) ?? '');
        if (!(await files()).includes(name)) return next();
        response.setHeader(
          'Content-Type',
          name.endsWith('.json') ? 'application/json' : 'application/vnd.apache.arrow.stream',
        );
        response.end(await readFile(`${DATA}/${name}`));
      });
    },
  };
}

/** Keeps the page from being painted before it is in the reader's language, size and colours. Vite drops the attribute from index.html. */
function paintedOnce(): Plugin {
  return {
    name: 'lantu-painted-once',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(/<script type="module"(?! blocking)/, '<script type="module" blocking="render"'),
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [datasets(), paintedOnce()],
  build: { modulePreload: { polyfill: false } },
});
