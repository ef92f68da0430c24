import { type Catalog, type Dataset, firstDayOf, LantuError, quoteValue } from '@lantu/spec';
import { cellsOf, openPackage } from '../package/read.ts';
import type { Progress } from '../report/progress.ts';
import { checkFile } from './file.ts';
import type { Finding, Report } from './finding.ts';
import { checkJumps } from './jumps.ts';
import { checkReferences } from './references.ts';
import { type Cells, checkValues } from './values.ts';

/** What was checked and what was found. */
export interface CheckResult {
  readonly file: string;
  readonly datasets: readonly { readonly name: string; readonly rows: number }[];
  readonly findings: readonly Finding[];
}

/**
 * A package checked as a whole: its descriptor, its files against the descriptor, its values against their description, what
 * they refer to, and sums of money for slips of 10⁴.
 *
 * @throws {LantuError} `catalog/missing` where there is no descriptor to read
 */
export function checkPackage(path: string, progress: Progress): CheckResult {
  const findings: Finding[] = [];
  progress.step(`reading ${path}`);
  let from: ReturnType<typeof openPackage>;
  try {
    from = openPackage(path);
  } catch (error) {
    if (!(error instanceof LantuError) || error.code !== 'catalog/invalid') throw error;
    return { file: path, datasets: [], findings: catalogFindings(error, path) };
  }
  const { catalog, file } = from;
  const cells = new Map<string, Cells>();
  const count = catalog.resources.length;
  for (const [index, dataset] of catalog.resources.entries()) {
    progress.step('checking files', index + 1, count);
    const report = reporter(dataset, findings);
    checkProvenance(catalog, dataset, report);
    const table = checkFile(from, dataset, report);
    if (!table) continue;
    const columns = dataset.schema.fields.flatMap((field) => {
      const vector = table.getChild(field.name);
      return vector ? [[field.name, cellsOf(vector, field.type)] as const] : [];
    });
    cells.set(dataset.name, Object.fromEntries(columns));
  }
  for (const [index, dataset] of catalog.resources.entries()) {
    progress.step('checking values', index + 1, count);
    const own = cells.get(dataset.name);
    if (!own) continue;
    const report = reporter(dataset, findings);
    checkValues(dataset, own, report);
    checkReferences(catalog, dataset, cells, report);
    checkJumps(catalog, dataset, own, report);
  }
  return { file, datasets: catalog.resources.map((each) => ({ name: each.name, rows: each['lantu:rows'] })), findings };
}

function reporter({ path }: Dataset, findings: Finding[]): Report {
  return (severity, problem) => findings.push({ severity, file: path, ...problem });
}

function checkProvenance(
  { 'lantu:units': units, 'lantu:metrics': metrics }: Catalog,
  dataset: Dataset,
  report: Report,
): void {
  const { 'lantu:origins': origins, 'lantu:natures': natures, 'lantu:asOf': asOf } = dataset;
  if (origins.length === 0)
    report('error', {
      problem: 'no origin: nobody could say where the figures are from',
      allowed: 'the id of an origin in lantu:origins',
    });
  if (natures.length === 0)
    report('error', {
      problem: 'no nature: nobody could say what the figures are',
      allowed: 'official, transcribed, derived or simulated in lantu:natures',
    });
  if (firstDayOf(asOf, 'day') === undefined)
    report('error', {
      problem: 'lantu:asOf is no day',
      received: quoteValue(asOf),
      allowed: 'a day such as 2025-12-31',
    });
  for (const field of dataset.schema.fields) {
    const isMeasured = metrics.some(
      ({ dataset: owner, measure }) => owner === dataset.name && 'field' in measure && measure.field === field.name,
    );
    if (field['lantu:role'] !== 'measure' || field['lantu:unit'] !== undefined || isMeasured) continue;
    report('warning', {
      column: field.name,
      problem: 'a measure without a unit, its own or a metric’s',
      allowed: units.map((each) => each.code).join(', '),
    });
  }
}

/** The faults of a descriptor: all of those that its check lists. */
function catalogFindings({ cause, problem, where, received, allowed }: LantuError, file: string): Finding[] {
  const listed = Array.isArray(cause) ? cause.filter(isListed) : [];
  if (listed.length > 0) return listed.map(({ at, ...each }) => ({ severity: 'error', file, column: at, ...each }));
  const place = where?.replace(/^.*?, /, '');
  return [
    {
      severity: 'error',
      file,
      problem,
      ...(place && { column: place }),
      ...(received && { received }),
      ...(allowed && { allowed }),
    },
  ];
}

function isListed(value: unknown): value is { at: string; problem: string; received?: string; allowed?: string } {
  return typeof value === 'object' && value !== null && 'at' in value && 'problem' in value;
}
