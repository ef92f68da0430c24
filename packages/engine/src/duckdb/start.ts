import type { OnProgress } from '../progress.ts';
import { Bindings, type Note } from './bindings.ts';
import type { DuckDBFiles } from './config.ts';
import { trustedUrl } from './trusted-url.ts';
import { type Blocked, cannotStart, checkBrowser } from './unavailable.ts';

/** Time for the browser's report of a policy's refusal to arrive beside the error that it leads to. */
const REPORT_WITHIN_MS = 50;

/**
 * Closed to the outside, and locked so: DuckDB-WASM would fetch its extensions (Parquet, JSON, ICU, …) from a third party's host, and
 * files from anywhere.
 */
const SETTINGS = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET allow_community_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/**
 * A worker with an empty database in memory that reaches nothing outside itself.
 *
 * @throws {LantuError} `engine/unavailable`
 * @throws the signal's reason where it aborts; the worker is then ended
 */
export async function startBindings(
  files: DuckDBFiles,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Bindings> {
  await checkBrowser();
  signal.throwIfAborted();
  let blocked: Blocked | undefined;
  let bindings: Bindings | undefined;
  const onViolation = (event: Event) => {
    const { effectiveDirective: directive, blockedURI: uri } = event as SecurityPolicyViolationEvent;
    if (uri !== '' && files.workerUrl.startsWith(uri)) blocked = { directive, uri };
  };
  const onNote = (note: Note) => {
    if (note.lantu === 'blocked') blocked = { directive: note.directive, uri: note.uri };
    if (note.lantu === 'failed') setTimeout(() => bindings?.abandon(note.message), REPORT_WITHIN_MS);
    if (note.lantu === 'progress') {
      const { loaded, total } = note;
      onProgress({ state: 'fetching-engine', loaded, total });
      if (loaded === total) onProgress({ state: 'starting-engine' });
    }
  };
  const stop = () => bindings?.abandon('nobody waits for the engine any more');
  addEventListener('securitypolicyviolation', onViolation);
  signal.addEventListener('abort', stop);
  try {
    const name = `lantu-duckdb-${Math.random().toString(36).slice(2)}`;
    bindings = new Bindings(new Worker(trustedUrl(files.workerUrl), { name }), name, onNote);
    await bindings.instantiate(files.wasmUrl);
    await bindings.open({});
    await applySettings(bindings);
    return bindings;
  } catch (cause) {
    bindings?.abandon('it could not be started');
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, REPORT_WITHIN_MS));
    throw cannotStart(files, blocked, cause);
  } finally {
    removeEventListener('securitypolicyviolation', onViolation);
    signal.removeEventListener('abort', stop);
  }
}

async function applySettings(bindings: Bindings): Promise<void> {
  const connection = await bindings.connectInternal();
  for (const setting of SETTINGS) await bindings.runQuery(connection, setting);
  await bindings.disconnect(connection);
}
