import { execFile } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sirv from 'sirv';
import type { Plugin } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const COMMAND = path('../../packages/bake/dist/cli.js');
const WIDGETS = path('../widgets');
const DATA = path('../../data/dist');
const ID = 'virtual:widgets';

/** What stories import as `virtual:widgets`: the baked widget's address, and the code that embeds it, as `lantu embed-code` prints it. */
export interface BakedWidget {
  readonly address: string;
  readonly codes: Readonly<Record<'element' | 'iframe' | 'picture', string>>;
}

/** Bakes the widget of the stories when one of them first asks for it, and puts it beside Storybook under `widgets/`. */
export function bakedWidgets(): Plugin {
  let baking: Promise<BakedWidget> | undefined;
  const baked = (): Promise<BakedWidget> => {
    baking ??= bake('income-kinds');
    return baking;
  };
  return {
    name: 'lantu-baked-widgets',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: async (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(await baked())}` : null),
    configureServer({ middlewares }) {
      middlewares.use('/widgets', sirv(WIDGETS, { dev: true }));
    },
    async writeBundle({ dir }) {
      await baked();
      cpSync(WIDGETS, `${dir}/widgets`, { recursive: true });
    },
  };
}

async function bake(id: string): Promise<BakedWidget> {
  if (!existsSync(COMMAND)) throw new Error(`There is no ${COMMAND}. Compile the packages first: pnpm build`);
  // A site keeps the versions of earlier runs; the stories have no use for them.
  rmSync(WIDGETS, { recursive: true, force: true });
  const places = ['--loader', '../embed/embed.js', '--catalog', '../data/datapackage.json'];
  await lantu('bake', 'blueprints', '--data', DATA, '--out', WIDGETS, ...places);
  const code = (...how: readonly string[]): Promise<string> => lantu('embed-code', id, '--dir', WIDGETS, ...how);
  const codes = { element: await code(), iframe: await code('--as', 'iframe'), picture: await code('--as', 'picture') };
  return { address: `widgets/${id}/widget.json`, codes };
}

async function lantu(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args], { cwd: path('..') });
  return stdout;
}
