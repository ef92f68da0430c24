import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { LantuError, parseAs } from '@lantu/spec';
import { type ImportReport, type ImportResult, importFile } from '../import/import.ts';
import { type Mapping, mappingSchema } from '../mapping/mapping.ts';
import { areasOf, openPackage } from '../package/read.ts';
import type { HeaderRows } from '../read/header.ts';
import type { Progress } from '../report/progress.ts';
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts';
import { problemLines, questionLines } from './report.ts';
import { readBytes, readJsonFile } from './sources.ts';
import { refuseExisting, writeFolder, writeText } from './write.ts';

export interface ImportOptions {
  readonly sheet?: string;
  readonly headerRow?: string;
  readonly mapping?: string;
  readonly areas?: string;
  readonly dataset?: string;
  readonly out?: string;
  readonly report?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const DEFAULT_AREAS = 'data/dist/datapackage.json';

/** `lantu data import FILE`. */
export async function runImport(file: string, options: ImportOptions, io: Io, progress: Progress): Promise<ExitCode> {
  if (options.mapping !== undefined && options.dataset !== undefined) {
    throw new UsageError('--dataset and --mapping: the mapping names the dataset; one of the two is allowed');
  }
  const given = options.mapping === undefined ? undefined : readMapping(resolve(io.cwd, options.mapping));
  const dataset = given?.mapping.dataset.name ?? options.dataset ?? datasetName(file);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(dataset)) {
    throw new UsageError(`--dataset ${JSON.stringify(dataset)}: small letters, digits and hyphens are allowed`);
  }
  const header = options.headerRow === undefined ? undefined : headerRows(options.headerRow);
  const out = resolve(io.cwd, options.out ?? dataset);
  const proposal = given?.path ?? `${out}.mapping.json`;
  refuseExisting(given ? out : proposal, options.force ?? false);
  const result = await importFile({
    bytes: readBytes(resolve(io.cwd, file)),
    file: basename(file),
    dataset,
    ...(options.sheet !== undefined && { sheet: options.sheet }),
    ...(header && { header }),
    ...(given && { mapping: given.mapping }),
    areas: readAreas(options.areas, io),
    progress,
  });
  const wrote = writeResult(result, { out, proposal, isGiven: given !== undefined });
  progress.end();
  const code = exitCode(result);
  const machine = {
    ok: code === EXIT.done,
    exitCode: code,
    file,
    ...(wrote !== undefined && { wrote }),
    ...machineReport(result),
  };
  if (options.report !== undefined) writeText(resolve(io.cwd, options.report), `${JSON.stringify(machine, null, 2)}\n`);
  io.stdout(
    options.json
      ? `${JSON.stringify(machine, null, 2)}\n`
      : `${humanReport(result, file, wrote, given !== undefined).join('\n')}\n`,
  );
  return code;
}

/** Writes what came of the import; the path of it, or undefined where nothing was written. */
function writeResult(
  result: ImportResult,
  { out, proposal, isGiven }: { out: string; proposal: string; isGiven: boolean },
): string | undefined {
  if (result.kind === 'sheets' || (result.kind === 'mapping' && isGiven && result.open.length === 0)) return undefined;
  if (result.kind === 'package') {
    writeFolder(out, result.files);
    return out;
  }
  writeText(proposal, `${JSON.stringify(result.mapping, null, 2)}\n`);
  return proposal;
}

function readMapping(path: string): { readonly path: string; readonly mapping: Mapping } {
  return { path, mapping: parseAs(mappingSchema, readJsonFile(path), path, 'data/import') };
}

function exitCode(result: ImportResult): ExitCode {
  if (result.kind === 'sheets' || (result.kind === 'mapping' && result.open.length > 0)) return EXIT.questions;
  return result.problems.length > 0 ? EXIT.findings : EXIT.done;
}

function machineReport(result: ImportResult): object {
  if (result.kind === 'sheets') return { sheets: result.sheets };
  const { mapping, open, problems, notes, rowCount, sheet } = result;
  return { ...(sheet !== undefined && { sheet }), rows: rowCount, questions: open, problems, notes, mapping };
}

function humanReport(result: ImportResult, file: string, wrote: string | undefined, isGiven: boolean): string[] {
  if (result.kind === 'sheets') {
    const sheets = result.sheets.map(({ name, rows }) => `    --sheet ${JSON.stringify(name)}  (${rows} rows)`);
    return [`? ${file} has several sheets. Which one?`, ...sheets, 'Nothing was written.'];
  }
  const lines = [
    `${file}${result.sheet === undefined ? '' : `, sheet ${result.sheet}`}: ${result.rowCount} rows`,
    ...columnLines(result),
  ];
  if (result.notes.length > 0) lines.push('', ...result.notes.map((note) => `- ${note}`));
  if (result.problems.length > 0)
    lines.push('', `${result.problems.length} bad cells:`, ...problemLines(result.problems));
  if (result.open.length > 0) lines.push('', `${result.open.length} open questions:`, ...questionLines(result.open));
  return [...lines, '', conclusion(result, wrote, isGiven)];
}

function conclusion(
  result: Exclude<ImportResult, { kind: 'sheets' }>,
  wrote: string | undefined,
  isGiven: boolean,
): string {
  if (result.kind === 'package') return `Wrote ${wrote}: ${[...result.files.keys()].join(', ')}`;
  if (!isGiven)
    return `Wrote ${wrote}, a proposal. Read it, answer its questions ("answer" is null), and run again with --mapping ${wrote}`;
  if (result.open.length > 0) return `No data were written. Answer the questions in ${wrote} and run again.`;
  return 'No data were written. Correct the cells, or the mapping, and run again.';
}

function columnLines({ mapping }: ImportReport): string[] {
  return mapping.columns.map(({ position, column, use, field, type, unit, multiplier, level, dimension }) => {
    if (use === 'ignore') return `  ${position} ${column}: left out`;
    if (use === 'within') return `  ${position} ${column}: ${level ?? 'areas'}, to tell areas of one name apart`;
    const measure =
      unit === undefined
        ? ''
        : `, ${unit}${multiplier === undefined ? ', multiplier unknown' : multiplier === 1 ? '' : ` = number × ${multiplier}`}`;
    return `  ${position} ${column}: ${field}, ${type}${dimension === undefined ? '' : `, ${dimension}${level ? ` (${level})` : ''}`}${measure}`;
  });
}

function datasetName(file: string): string {
  const name = basename(file)
    .replace(/\.[^.]+$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return name || 'imported';
}

function headerRows(text: string): HeaderRows {
  const [, first, last = first] = /^([1-9]\d*)(?:-([1-9]\d*))?$/.exec(text) ?? [];
  if (first !== undefined && Number(last) >= Number(first)) return { first: Number(first), last: Number(last) };
  throw new UsageError(
    `--header-row ${JSON.stringify(text)}: a row such as 3, or rows such as 3-4, counted from 1, are allowed`,
  );
}

function readAreas(path: string | undefined, io: Io) {
  const file = resolve(io.cwd, path ?? DEFAULT_AREAS);
  if (path === undefined && !existsSync(file)) return undefined;
  const from = openPackage(file);
  const areas = areasOf(from);
  if (areas) return { catalog: from.catalog, ...areas };
  if (path === undefined) return undefined;
  throw new LantuError('catalog/invalid', 'the package has no areas', {
    where: file,
    allowed: 'a package with a dimension of areas',
  });
}
