import { resolve } from 'node:path';
import type { Locale } from '@lantu/spec';
import { makeWidgets, publish } from '../bake/bake.ts';
import type { WidgetEntry } from '../bake/index-file.ts';
import type { Progress } from '../report/progress.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
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
  { data, out, locale, report, json, ...addresses }: BakeCommand,
  io: Io,
  progress: Progress,
): Promise<ExitCode> {
  const folder = resolve(io.cwd, out);
  const { widgets, problems } = await makeWidgets({
    ...addresses,
    blueprints: blueprints.map((each) => resolve(io.cwd, each)),
    data: resolve(io.cwd, data),
    ...(locale && { locales: locale }),
    progress,
  });
  const ok = problems.length === 0;
  if (ok) publish(folder, widgets);
  const code = ok ? EXIT.done : EXIT.findings;
  const entries = widgets.map((each) => each.entry);
  const machine = { ok, exitCode: code, ...(ok && { wrote: folder }), widgets: entries, problems };
  if (report !== undefined) writeText(resolve(io.cwd, report), `${JSON.stringify(machine, null, 2)}\n`);
  const lines = ok ? [...entries.flatMap(entryLines), '', `Wrote ${folder}`] : failureLines(problems);
  io.stdout(json ? `${JSON.stringify(machine, null, 2)}\n` : `${lines.join('\n')}\n`);
  return code;
}

function failureLines(problems: Parameters<typeof problemLines>[0]): string[] {
  return [`${problems.length} problems:`, ...problemLines(problems), '', 'Nothing was written.'];
}

/** A widget in a line; and a line for what only the engine can answer. */
function entryLines({ id, version, states, left, files }: WidgetEntry): string[] {
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0);
  const places = [
    `${states.snapshot} published answers`,
    ...(states.rollup > 0 ? [`${states.rollup} states from a rollup`] : []),
    ...(states.engine > 0 ? [`${states.engine} states left to the engine`] : []),
  ];
  return [
    `${id} ${version}: ${places.join(', ')}; ${files.length} files, ${Math.ceil(bytes / 1024)} KiB`,
    ...left.map(({ filters, states: count, reason }) => `  left to the engine: ${filters} (${count} states): ${reason}`),
  ];
}
