import { resolve } from 'node:path';
import type { Locale } from '@lantu/spec';
import { makeWidgets, publish } from '../bake/bake.ts';
import { differences } from '../bake/compare.ts';
import type { WidgetEntry } from '../bake/index-file.ts';
import { FOLDER_ADDRESS, isFolderAddress } from '../bake/published.ts';
import type { Progress } from '../report/progress.ts';
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts';
import { problemLines } from './report.ts';
import { writeText } from './write.ts';

export interface BakeCommand {
  readonly data: string;
  readonly out: string;
  readonly baseUrl?: string;
  readonly loader?: string;
  readonly catalog?: string;
  readonly locale?: readonly Locale[];
  readonly check?: boolean;
  readonly report?: string;
  readonly json?: boolean;
}

/** `lantu bake BLUEPRINT…`. */
export async function runBake(
  blueprints: readonly string[],
  { data, out, locale, check, report, json, ...addresses }: BakeCommand,
  io: Io,
  progress: Progress,
): Promise<ExitCode> {
  const folder = resolve(io.cwd, out);
  requireFolderAddress(addresses.baseUrl);
  const { widgets, problems } = await makeWidgets({
    ...addresses,
    blueprints: blueprints.map((each) => resolve(io.cwd, each)),
    data: resolve(io.cwd, data),
    ...(locale && { locales: locale }),
    progress,
  });
  const found = problems.length > 0 || !check ? problems : differences(folder, widgets);
  const ok = found.length === 0;
  const wrote = ok && !check;
  if (wrote) publish(folder, widgets);
  const code = ok ? EXIT.done : EXIT.findings;
  const entries = widgets.map((each) => each.entry);
  const machine = { ok, exitCode: code, ...(wrote && { wrote: folder }), widgets: entries, problems: found };
  if (report !== undefined) writeText(resolve(io.cwd, report), `${JSON.stringify(machine, null, 2)}\n`);
  const end = wrote ? `Wrote ${folder}` : check && ok ? `${folder} is up to date.` : 'Nothing was written.';
  const lines = ok
    ? [...(check ? [] : entries.flatMap(entryLines)), end]
    : [`${found.length} ${found === problems ? 'problems' : 'differences'}:`, ...problemLines(found), '', end];
  io.stdout(json ? `${JSON.stringify(machine, null, 2)}\n` : `${lines.join('\n')}\n`);
  return code;
}

/** A widget in a line; and a line for what only the engine can answer. */
function entryLines({ id, version, states, left, files }: WidgetEntry): string[] {
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0);
  const count = states.rollup + states.snapshot + states.engine;
  const places = [
    states.rollup > 0 ? `${states.rollup} from a rollup` : '',
    states.snapshot > 0 ? `${states.snapshot} from published answers` : '',
    states.engine > 0 ? `${states.engine} left to the engine` : '',
  ];
  const answered = count > 1 ? `${count} states of its filters: ${places.filter(Boolean).join(', ')}` : 'one answer';
  return [
    `${id} ${version}: ${answered}; ${files.length} files, ${Math.ceil(bytes / 1024)} KiB`,
    ...left.map(({ filters, states: open, reason }) => `  left to the engine: ${filters} (${open} states): ${reason}`),
  ];
}

function requireFolderAddress(address: string | undefined): void {
  if (address === undefined || isFolderAddress(address)) return;
  throw new UsageError(`--base-url: received ${address}; allowed ${FOLDER_ADDRESS}`);
}
