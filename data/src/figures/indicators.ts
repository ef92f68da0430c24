import { Problems } from '@lantu/bake';
import type { LocalizedText, Metric } from '@lantu/spec';
import { readCsv } from '../source/files.ts';
import { RowReader } from '../source/row-reader.ts';
import { texts } from '../source/texts.ts';
import type { WrittenUnit } from '../units.ts';

const FILE = 'figures/indicators.csv';
const COLUMNS = [
  'code',
  'zh',
  'bo',
  'bo_reviewed',
  'en',
  'unit',
  'decimals',
  'measure',
  'over_period',
  'over_batch',
  'better',
  'threshold_cny',
] as const;

/** What a figure says: one row of `indicators.csv`. */
export interface Indicator {
  readonly code: string;
  readonly title: LocalizedText;
  readonly unit: string;
  readonly decimals: number;
  readonly measure: 'sum' | 'mean' | 'max';
  readonly overPeriod?: 'sum' | 'last' | 'none';
  readonly overBatch?: 'sum' | 'none';
  readonly better?: 'more' | 'less';
  /** Counts what lies above or below this many yuan; quotes must give it too. */
  readonly thresholdCny?: number;
}

/** The indicators by code. @throws {LantuError} `data/import` with all faults. */
export function readIndicators(units: ReadonlyMap<string, WrittenUnit>): ReadonlyMap<string, Indicator> {
  const problems = new Problems();
  const indicators = new Map<string, Indicator>();
  for (const row of readCsv(FILE, COLUMNS)) {
    const cell = new RowReader(FILE, row, problems);
    const code = cell.required('code');
    const zh = cell.required('zh');
    const unit = cell.oneOf('unit', [...units.keys()]);
    const decimals = cell.number('decimals');
    const measure = cell.oneOf('measure', ['sum', 'mean', 'max']);
    const overPeriod = cell.optional('over_period') && cell.oneOf('over_period', ['sum', 'last', 'none']);
    const overBatch = cell.optional('over_batch') && cell.oneOf('over_batch', ['sum', 'none']);
    const better = cell.optional('better') && cell.oneOf('better', ['more', 'less']);
    const thresholdCny = cell.optional('threshold_cny') && cell.number('threshold_cny');
    cell.oneOf('bo_reviewed', ['yes', 'no']);
    if (!code || !zh || !unit || decimals === undefined || !measure) continue;
    if (indicators.has(code)) cell.fault('code', 'an indicator that is given twice', code);
    indicators.set(code, {
      code,
      title: texts(zh, cell.optional('bo'), cell.optional('en')),
      unit,
      decimals,
      measure,
      ...(overPeriod && { overPeriod }),
      ...(overBatch && { overBatch }),
      ...(better && { better }),
      ...(thresholdCny && { thresholdCny }),
    });
  }
  problems.throwIfAny();
  return indicators;
}

/**
 * The metric of an indicator over the dataset `figures`. It never adds up over areas: the figures are of a few areas of several
 * levels, and together they are no total of anything.
 */
export function metricOf({ code, title, unit, decimals, measure, overPeriod, overBatch, better }: Indicator): Metric {
  return {
    code: `figures.${code}`,
    dataset: 'figures',
    title,
    unit,
    decimals,
    measure: { op: measure, field: 'value', where: [{ field: 'indicator', op: 'in', values: [code] }] },
    additivity: { area: 'none', ...(overPeriod && { period: overPeriod }), ...(overBatch && { batch: overBatch }) },
    ...(better && { better }),
  };
}
