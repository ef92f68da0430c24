import process from 'node:process';
import { runMain, Unmet } from './run.mjs';
import { buildSites, prepare } from './steps.mjs';

const DEFAULT_PORT = 4173;

await runMain(async () => {
  const asked = process.env['PORT'];
  if (asked && !/^\d{1,5}$/.test(asked)) throw new Unmet(`PORT is to be a number from 0 to 65535, received ${asked}.`);
  await buildSites(await prepare());
  const { builtRoots, startServer } = await import('./serve.mjs');
  const roots = builtRoots();
  const server = await listen(startServer, roots, asked);
  console.log(`\nLantu is at ${server.origin}/`);
  for (const path of Object.keys(roots).filter((path) => path !== '/'))
    console.log(`        and ${server.origin}${path}`);
  console.log('Ctrl-C ends it.');
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await server.close();
});

/**
 * Listens at the port asked for, or else at the first free one from the default on.
 *
 * @param {typeof import('./serve.mjs').startServer} startServer
 * @param {Record<string, string>} roots
 * @param {string | undefined} asked
 */
async function listen(startServer, roots, asked) {
  for (let port = Number(asked || DEFAULT_PORT); ; port++) {
    try {
      return await startServer({ roots, port });
    } catch (error) {
      const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
      if (!taken) throw error;
      if (asked)
        throw new Unmet(`Port ${asked} is taken. Set PORT to another, or leave it unset to get the next free one.`);
    }
  }
}
