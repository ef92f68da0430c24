import { join, resolve } from 'node:path';
import { type BuildResult, buildPackage } from '../build/build.ts';
import type { Progress } from '../report/progress.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { problemLines, questionLines } from './report.ts';
import { readBytes, readJsonFile } from './sources.ts';
import { refuseExisting, writeFolder, writeText } from './write.ts';

export interface BuildOptions {
  readonly out?: string;
  readonly report?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `lantu data build [FOLDER]`. */
export async function runBuild(folder: string, options: BuildOptions, io: Io, progress: Progress): Promise<ExitCode> {
  const from = resolve(io.cwd, folder);
  const out = options.out === undefined ? join(from, 'dist') : resolve(io.cwd, options.out);
  refuseExisting(out, options.force ?? false);
  const result = await buildPackage(join(from, 'lantu.json'), { bytes: readBytes, json: readJsonFile }, progress);
  if (result.files) writeFolder(out, result.files);
  progress.end();
  const code = exitCode(result);
  const { files, ...rest } = result;
  const machine = {
    ok: code === EXIT.done,
    exitCode: code,
    ...(files && { wrote: out, files: [...files.keys()] }),
    ...rest,
  };
  if (options.report !== undefined) writeText(resolve(io.cwd, options.report), `${JSON.stringify(machine, null, 2)}\n`);
  io.stdout(options.json ? `${JSON.stringify(machine, null, 2)}\n` : `${humanReport(result, out).join('\n')}\n`);
  return code;
}

function exitCode({ files, datasets }: BuildResult): ExitCode {
  if (files) return EXIT.done;
  return datasets.some((each) => each.open.length > 0) ? EXIT.questions : EXIT.findings;
}

function humanReport({ files, datasets, suppressions }: BuildResult, out: string): string[] {
  const lines = datasets.flatMap(({ name, file, rowCount, notes, problems, open }) => [
    `${name} (${file}): ${rowCount} rows`,
    ...notes.map((note) => `- ${note}`),
    ...(problems.length > 0 ? [`${problems.length} bad cells:`, ...problemLines(problems)] : []),
    ...(open.length > 0 ? [`${open.length} open questions:`, ...questionLines(open)] : []),
  ]);
  for (const { dataset, measure, reason, cells, of } of suppressions)
    lines.push(`${dataset}, ${measure}: ${cells} of ${of} cells hidden: ${reason}`);
  return [...lines, '', files ? `Wrote ${out}: ${[...files.keys()].join(', ')}` : 'Nothing was written.'];
}
