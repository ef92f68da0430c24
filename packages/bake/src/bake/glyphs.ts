import { type Answer, type Blueprint, type Locale, type LocalizedText, type Rollup, textIn } from '@lantu/spec';

/**
 * Every character that a widget's texts can have in `locale`, whatever its filters are set to; each once and sorted: titles, labels,
 * values, names of areas, units, citations. What pictures and tables never show (quotes, addresses) is not among them.
 */
export function glyphsOf(
  locale: Locale,
  blueprint: Blueprint,
  answers: readonly Answer[],
  rollups: readonly Rollup[],
): string {
  const { title, subtitle, notes, filters = [] } = blueprint;
  const shown: unknown[] = [
    [title, subtitle, notes, filters.map((each) => each.label)],
    answers.map(({ columns, provenance }) => [
      columns.map((each) => [each.title, each.values, each.role === 'metric' ? each.unit.title : each.labels]),
      provenance.origins.map((each) => each.citation),
      provenance.asOf,
    ]),
    rollups.map(({ dimensions }) =>
      dimensions.map(({ values, labels, levels = [] }) => [
        values,
        labels,
        levels.map((each) => [each.values, each.labels]),
      ]),
    ),
  ];
  const found = new Set<string>();
  collect(shown, locale, found);
  return [...found].sort().join('');
}

function collect(value: unknown, locale: Locale, found: Set<string>): void {
  if (typeof value === 'string') for (const each of value) found.add(each);
  if (typeof value !== 'object' || value === null) return;
  if ('zh-CN' in value) collect(textIn(value as LocalizedText, locale), locale, found);
  else for (const each of Object.values(value)) collect(each, locale, found);
}
