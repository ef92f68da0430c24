import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dataset, LantuError, parseAs, quoteValue } from '@lantu/spec';
import * as v from 'valibot';
import type { PackageFolder } from '../../package/read.ts';
import type { NativeDuckDB } from '../duckdb/native.ts';

/** What `suppressions.json` beside a package's catalog says, as far as it is read here. */
const suppressionsSchema = v.array(
  v.object({ dataset: v.string(), reason: v.string(), cells: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
);

/**
 * Refuses datasets in which what was hidden is there again: a row with the status of a suppressed cell and a number in each of its
 * measures, or fewer such rows than `suppressions.json` says were hidden.
 *
 * @param names the datasets that are read
 * @throws {LantuError} `data/disclosure` with the dataset, what was found and what is allowed
 */
export async function checkHidden(duckdb: NativeDuckDB, from: PackageFolder, names: Iterable<string>): Promise<void> {
  const listed = suppressionsOf(from);
  for (const name of new Set(names)) {
    const dataset = from.catalog.resources.find((each) => each.name === name);
    const hidden = listed.get(name) ?? 0;
    const status = dataset?.['lantu:provenance']?.status;
    if (!dataset || (status === undefined && hidden === 0)) continue;
    await checkDataset(duckdb, dataset, status, hidden);
  }
}

async function checkDataset(
  duckdb: NativeDuckDB,
  { name, schema }: Dataset,
  status: string | undefined,
  hidden: number,
): Promise<void> {
  const measures = schema.fields.filter((each) => each['lantu:role'] === 'measure').map((each) => quoted(each.name));
  if (measures.length === 0) return;
  await duckdb.require(name);
  const shown = measures.map((each) => `${each} IS NOT NULL`).join(' AND ');
  const isHidden = status === undefined ? 'FALSE' : `${quoted(status)} = 'Q'`;
  const [[rows], [open]] = (await duckdb.columns(
    `SELECT count(*) FILTER (WHERE ${isHidden}), count(*) FILTER (WHERE ${isHidden} AND ${shown}) FROM ${quoted(name)}`,
  )) as [[bigint], [bigint]];
  const where = `dataset ${quoteValue(name)}`;
  if (open > 0n) {
    throw new LantuError('data/disclosure', 'cells that are marked as suppressed hold numbers', {
      where,
      received: `${open} of ${rows} rows of status Q`,
      allowed: 'no value in a suppressed cell',
    });
  }
  if (rows < hidden) {
    throw new LantuError('data/disclosure', 'fewer cells are hidden than suppressions.json says', {
      where,
      received: `${rows} rows of status Q`,
      allowed: `at least ${hidden}`,
    });
  }
}

/** How many cells of each dataset were hidden when the package was built. */
function suppressionsOf({ folder }: PackageFolder): ReadonlyMap<string, number> {
  const file = join(folder, 'suppressions.json');
  const totals = new Map<string, number>();
  if (!existsSync(file)) return totals;
  const listed = parseAs(suppressionsSchema, JSON.parse(readFileSync(file, 'utf8')), 'suppressions.json');
  for (const { dataset, cells } of listed) totals.set(dataset, (totals.get(dataset) ?? 0) + cells);
  return totals;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
