import type { Answer, AnswerUnit } from '@lantu/spec';
import type { Formatter, MessageKey } from '@lantu/spec/locale';

/** Texts of the interface that a picture may hold, in some state of its filters. */
const IN_PICTURES = [
  'empty',
  'no-value',
  'others',
  'yes',
  'no',
  'unit',
  'title-with-unit',
  'number-range',
  'source.line',
  'as-of.sentence',
  'axis.not-zero',
  'filter.set',
  'filter.set-from',
  'filter.set-to',
  'status.E',
  'status.P',
  'status.F',
  'status.B',
  'status.L',
  'status.M',
  'status.Q',
  'exactness.more-than',
  'exactness.less-than',
  'exactness.at-least',
  'exactness.about',
  'since.rise',
  'since.fall',
  'since.gain',
  'since.loss',
  'since.points-up',
  'since.points-down',
  'since.same',
] as const satisfies readonly MessageKey[];

/** Those of them that are set in semibold. */
const EMPHASISED = ['simulated.note', 'partly-simulated.note'] as const satisfies readonly MessageKey[];

/** In the place of every parameter that a text has. */
const PARAMETERS = Object.fromEntries(
  ['unit', 'title', 'name', 'value', 'from', 'to', 'sources', 'date', 'period', 'percent', 'difference', 'points'].map(
    (name) => [name, ''],
  ),
);

const SIGNS = `${Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('')}−–—…·▲▼`;

/** Characters that any picture of those answers may need, besides what blueprint and data say. */
export function commonCharacters(answers: readonly Answer[], format: Formatter): string {
  return [SIGNS, ...IN_PICTURES.map((key) => filled(key, format)), ...periods(format), ...values(answers, format)].join(
    '',
  );
}

/** The same of what is set in semibold: the mark of simulated data and large numbers. */
export function emphasisedCharacters(answers: readonly Answer[], format: Formatter): string {
  return [SIGNS, ...EMPHASISED.map((key) => filled(key, format)), ...values(answers, format)].join('');
}

function filled(key: MessageKey, { text }: Formatter): string {
  return (text as (key: MessageKey, parameters: Readonly<Record<string, string>>) => string)(key, PARAMETERS);
}

/** Every form that a period is written in. */
function periods({ period, periodRange, list }: Formatter): string[] {
  const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`);
  const all = ['2024', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', ...months, '2024-01-01'];
  return [
    ...all.flatMap((each) => [period(each), period(each, undefined, 'axis')]),
    periodRange('2023', '2024'),
    periodRange('2023-01', '2024-01'),
    list(['', '', '']),
  ];
}

/** Units and the words for powers of ten, small and large. */
function values(answers: readonly Answer[], { compact, axis }: Formatter): string[] {
  const units = answers.flatMap(({ columns }) =>
    columns.flatMap((each) => (each.role === 'metric' ? [each.unit] : [])),
  );
  return [...new Map(units.map((unit) => [unit.code, unit])).values()].flatMap((unit: AnswerUnit) =>
    [1, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12].flatMap((size) => [compact(size, unit), axis([0, size], unit).caption]),
  );
}
