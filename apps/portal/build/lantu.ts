import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const COMMAND = fileURLToPath(new URL('../../../packages/bake/dist/cli.js', import.meta.url));
const LONGEST_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Runs the command `lantu` in the portal's folder, as its webmaster would in a shell.
 *
 * @returns what it printed
 * @throws an error with what it said where it did not succeed
 */
export async function lantu(...args: readonly string[]): Promise<string> {
  if (!existsSync(COMMAND)) throw new Error(`There is no ${COMMAND}. Compile the packages first: pnpm build`);
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  try {
    const run = promisify(execFile);
    return (await run(process.execPath, [COMMAND, ...args], { cwd, maxBuffer: LONGEST_OUTPUT_BYTES })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`lantu ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
