import { resolve } from 'node:path';
import { type CheckResult, checkPackage } from '../check/check.ts';
import type { Progress } from '../report/progress.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { problemLines } from './report.ts';
import { writeText } from './write.ts';

export interface CheckOptions {
  readonly report?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** `lantu data check PATH`. */
export function runCheck(path: string, options: CheckOptions, io: Io, progress: Progress): ExitCode {
  const result = checkPackage(resolve(io.cwd, path), progress);
  progress.end();
  const errors = result.findings.filter((each) => each.severity === 'error').length;
  const code = errors > 0 || (options.strict && result.findings.length > 0) ? EXIT.findings : EXIT.done;
  const machine = { ok: code === EXIT.done, exitCode: code, ...result };
  if (options.report !== undefined) writeText(resolve(io.cwd, options.report), `${JSON.stringify(machine, null, 2)}\n`);
  io.stdout(options.json ? `${JSON.stringify(machine, null, 2)}\n` : `${humanReport(result).join('\n')}\n`);
  return code;
}

function humanReport({ file, datasets, findings }: CheckResult): string[] {
  const lines = [`${file}: ${datasets.length} datasets, ${datasets.reduce((sum, each) => sum + each.rows, 0)} rows`];
  for (const [severity, title] of [
    ['error', 'errors'],
    ['warning', 'warnings'],
  ] as const) {
    const own = findings.filter((each) => each.severity === severity);
    if (own.length > 0) lines.push('', `${own.length} ${title}:`, ...problemLines(own));
  }
  return findings.length > 0 ? lines : [...lines, 'Nothing was found.'];
}
