import type { Answer, CellProvenance, DimensionColumn } from '@lantu/spec';
import fc from 'fast-check';
import { periodAt, periodNumber } from '../src/calendar/calendar.ts';
import { answer, dimension, metric, PERSON, periods, SHARE, YUAN } from '../src/examples/answer.ts';

const word = fc.constantFrom(
  '扎日南木措社区',
  '加查县',
  '村',
  '为民办事服务（含代办、陪诊）',
  'Lhasa',
  'services',
  'accompanied medical visits',
  'internationalisation',
  'བོད་ལྗོངས།',
  'གྲོང་ཚོའི་ཐུན་མོང་དཔལ་འབྱོར།',
  'སྒྲུབ',
  '<b>&"',
  '𠮷野家',
  'x',
);
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const scale = fc.constantFrom(1, 1000, 1e6, 1e10);
const number = fc.tuple(fc.integer({ min: -999, max: 9999 }), scale).map(([value, by]) => value * by);
const value = fc.oneof(
  { weight: 8, arbitrary: number },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const unit = fc.constantFrom(YUAN, PERSON, SHARE);
const grain = fc.constantFrom('year', 'quarter', 'month', 'day');

/** A chart's place: any language, the widths that pages have, both sizes. */
export const environments = fc.record(
  {
    locale: fc.constantFrom('zh-CN', 'bo', 'en'),
    widthPx: fc.integer({ min: 280, max: 1400 }),
    size: fc.constantFrom('regular', 'large'),
    heightPx: fc.integer({ min: 120, max: 900 }),
    title: name,
    sources: fc.boolean(),
    paddingPx: fc.constantFrom(0, 16),
  },
  { requiredKeys: ['locale', 'widthPx', 'size'] },
);

/** Now and then estimated, provisional, or known only as "more than". */
function cell(row: number): CellProvenance {
  const statuses = ([['A'], ['E'], ['P']] as const)[row % 3] ?? [];
  const base = { origins: [], natures: [], statuses, quotes: [] };
  return row % 5 === 0 ? { ...base, exactness: 'more-than' } : base;
}

function along(x: DimensionColumn, series: readonly string[]): fc.Arbitrary<Answer> {
  const rows = x.values.flatMap((each) => series.map((name) => [each, name] as const));
  return fc
    .tuple(fc.array(value, { minLength: rows.length, maxLength: rows.length }), unit, fc.boolean())
    .map(([values, of, certain]) => {
      const main = { ...x, values: rows.map(([each]) => each) };
      const by = dimension(
        'kind',
        { 'zh-CN': '类别' },
        rows.map(([, each]) => each),
      );
      const ratio = of.kind === 'ratio';
      const shown = values.map((each) => (ratio && each !== null ? (each % 1000) / 1000 : each));
      const numbers = metric('value', { 'zh-CN': '数值' }, shown, of, ratio ? 1 : 0);
      const columns = series.length > 1 ? [main, by, numbers] : [main, numbers];
      const cells = { value: shown.map((_, row) => cell(row)) };
      return answer(columns, certain ? { natures: ['simulated'] } : { natures: ['simulated', 'official'], cells });
    });
}

const seriesNames = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });

/** Answers over 1 … 40 categories with names of any length in three scripts. */
export const categoryAnswers = fc
  .tuple(fc.uniqueArray(name, { minLength: 1, maxLength: 40 }), seriesNames)
  .chain(([names, series]) => along(dimension('area', { 'zh-CN': '地区' }, names), series));

/** Answers over 1 … 60 periods of any grain, some of them missing. */
export const timeAnswers = fc
  .tuple(grain, fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 }), seriesNames)
  .chain(([of, offsets, series]) => {
    const first = periodNumber(
      of === 'year' ? '1990' : of === 'quarter' ? '2001-Q3' : of === 'month' ? '2019-11' : '2023-12-20',
      of,
    );
    return along(
      periods(
        offsets.map((offset) => periodAt(first + offset, of)),
        of,
      ),
      series,
    );
  });
