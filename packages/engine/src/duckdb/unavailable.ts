import { getPlatformFeatures } from '@duckdb/duckdb-wasm';
import { LantuError } from '@lantu/spec';
import type { DuckDBFiles } from './config.ts';

/** A refusal by a Content Security Policy. */
export interface Blocked {
  readonly directive: string;
  readonly uri: string;
}

/** @throws {LantuError} `engine/unavailable` where this browser lacks what DuckDB-WASM is built on */
export async function checkBrowser(): Promise<void> {
  const lacks = (what: string, allowed: string) =>
    new LantuError('engine/unavailable', `this browser has no ${what}, which the query engine needs`, { allowed });
  const versions = 'Chrome or Edge 95, Firefox 100, Safari 15.4, or later';
  if (typeof WebAssembly !== 'object') {
    throw lacks('WebAssembly', `${versions}; WebAssembly may also be switched off (iOS: Lockdown Mode)`);
  }
  if (typeof Worker !== 'function') throw lacks('web workers', versions);
  if (!(await getPlatformFeatures()).wasmExceptions) throw lacks('exception handling in WebAssembly', versions);
}

/** The error for an engine that could not be started, from what is known of the reason. */
export function cannotStart(
  { workerUrl, wasmUrl }: DuckDBFiles,
  blocked: Blocked | undefined,
  cause: unknown,
): LantuError {
  const because = (problem: string, where: string, allowed: string) =>
    new LantuError('engine/unavailable', problem, { where, allowed, received: messageOf(cause), cause });
  const directive = blocked?.directive ?? '';
  if (blocked?.uri === 'wasm-eval' || /unsafe-eval/.test(messageOf(cause))) {
    return because(
      'the Content Security Policy that came with this worker script forbids WebAssembly',
      workerUrl,
      "script-src with 'wasm-unsafe-eval', in the Content-Security-Policy header of the page and of the worker script",
    );
  }
  if (directive.startsWith('connect-src')) {
    return because(
      'the Content Security Policy that came with the worker script forbids fetching the query engine',
      wasmUrl,
      "connect-src with 'self' (or the engine's origin), in the Content-Security-Policy header of the worker script",
    );
  }
  if (/^(worker|child|script|default)-src/.test(directive)) {
    return because(
      "the page's Content Security Policy forbids this worker",
      workerUrl,
      "worker-src with 'self', and the worker script on the page's own origin",
    );
  }
  return because(
    'the query engine could not be started',
    `worker ${workerUrl}, module ${wasmUrl}`,
    "a working connection, and both files of @lantu/engine's assets folder at these addresses, the worker script on the page's own origin",
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
