import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The root folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const HEARTBEAT_MS = 15_000;

/** A fault that the reader can mend: printed as its message, without a stack. */
export class Unmet extends Error {}

/** Runs `main`; what it throws is printed and becomes exit code 1. @param {() => Promise<number | void>} main */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(`\n${error instanceof Unmet ? error.message : error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** @param {string} text */
const lastLine = (text) =>
  text
    .trimEnd()
    .split(/[\r\n]+/)
    .at(-1) ?? '';

/**
 * Runs a command under a title: one line in a terminal that turns and shows the command's latest output, in a log one
 * line at the start, one every 15 s and one at the end. Its whole output is shown only when it fails.
 *
 * @param {string} title
 * @param {string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @throws {Unmet} when the command exits with another code than 0
 */
export async function step(title, command, options = {}) {
  const started = performance.now();
  const elapsed = () => seconds(performance.now() - started);
  const { done, output } = start(command, options);
  const stop = process.stdout.isTTY ? spin(title, elapsed, output) : beat(title, elapsed, output);
  const code = await done;
  stop();
  if (code !== 0) {
    console.log(`✗ ${title} (${elapsed()})`);
    throw new Unmet(`${output()}\n${title} failed: ${command.join(' ')} ended with ${code}.`);
  }
  console.log(`✓ ${title} (${elapsed()})`);
}

/** @param {string} title @param {() => string} elapsed @param {() => string} output */
function spin(title, elapsed, output) {
  let turn = 0;
  const timer = setInterval(() => {
    const line = `${SPINNER[turn++ % SPINNER.length]} ${title} ${elapsed()}  ${lastLine(output())}`;
    process.stdout.write(`\r\x1b[2K${line.slice(0, process.stdout.columns - 1)}`);
  }, 100);
  return () => {
    clearInterval(timer);
    process.stdout.write('\r\x1b[2K');
  };
}

/** @param {string} title @param {() => string} elapsed @param {() => string} output */
function beat(title, elapsed, output) {
  console.log(`· ${title} …`);
  const timer = setInterval(() => console.log(`  ${title}: ${elapsed()}  ${lastLine(output())}`), HEARTBEAT_MS);
  return () => clearInterval(timer);
}

/**
 * Runs a command and keeps what it prints.
 *
 * @param {string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function capture(command, options = {}) {
  const { done, output } = start(command, options);
  return { code: await done, output: output() };
}

/**
 * Runs a command whose output goes straight to the terminal.
 *
 * @param {string[]} command
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code
 */
export function show([program = '', ...args], { env } = {}) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve(code ?? 1)));
}

/** @param {string[]} command @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options */
function start([program = '', ...args], { cwd = ROOT, env }) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
  }
  /** @type {Promise<number>} */
  const done = new Promise((resolve) => {
    child.on('error', (error) => {
      text += error.message;
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  return { done, output: () => text };
}
