import { Problems } from '@lantu/bake';
import type { Unit } from '@lantu/spec';
import { readCsv } from './source/files.ts';
import { RowReader } from './source/row-reader.ts';
import { texts } from './source/texts.ts';

const FILE = 'units.csv';
const COLUMNS = ['code', 'kind', 'zh', 'bo', 'bo_reviewed', 'en', 'written'] as const;
const KINDS = ['money', 'count', 'ratio', 'quantity', 'index'] as const;

/** A unit of the catalog with how Chinese text writes it after a number. */
export interface WrittenUnit extends Unit {
  /** The words and signs that may follow the number: 元, %, 个村. */
  readonly written: readonly string[];
}

/** The units that figures are given in, by code. @throws {LantuError} `data/import` for a faulty row. */
export function readUnits(): ReadonlyMap<string, WrittenUnit> {
  const problems = new Problems();
  const units = new Map<string, WrittenUnit>();
  for (const row of readCsv(FILE, COLUMNS)) {
    const cell = new RowReader(FILE, row, problems);
    const code = cell.required('code');
    const kind = cell.oneOf('kind', KINDS);
    const zh = cell.required('zh');
    const written = cell.required('written')?.split('|');
    cell.oneOf('bo_reviewed', ['yes', 'no']);
    if (!code || !kind || !zh || !written) continue;
    if (units.has(code)) cell.fault('code', 'a unit that is given twice', code);
    units.set(code, { code, title: texts(zh, cell.optional('bo'), cell.optional('en')), kind, written });
  }
  problems.throwIfAny();
  return units;
}
