import {
  type Answer,
  LOCALES,
  type LocalizedText,
  type Model,
  type ResolvedColumn,
  type ResolvedQuery,
  type Value,
} from '@lantu/spec';
import { answerFrom } from '../answer/answer.ts';
import type { Layout } from '../answer/expected.ts';
import { PROVENANCE_PARTS, type ProvenancePart, ROW_PARTS, wantsPart } from '../answer/parts.ts';
import type { SeenDimension } from './cover.ts';
import { rowOrder } from './order.ts';
import type { Rest } from './rests.ts';
import { transformed } from './transforms.ts';
import { compareValues } from './values.ts';

/** A group of an answer before transforms: its values, and of each metric the number and what it rests on. */
export interface Group {
  readonly values: readonly Value[];
  readonly isOthers: boolean;
  readonly numbers: readonly (number | null)[];
  readonly rests: readonly Rest[];
}

/** All groups that a question is about, before transforms, order and limit. */
export interface Grouped {
  readonly groups: readonly Group[];
  /** Of a top-N: true for the values that are among the top. */
  readonly isTop?: (value: Value) => boolean;
  /** What all numbers rest on together. */
  readonly rest: Rest;
}

/** The answer from groups: transforms, order and limit, and the form that all places share. */
export function assembled(
  { groups, isTop, rest }: Grouped,
  model: Model,
  resolved: ResolvedQuery,
  seen: readonly SeenDimension[],
  vintage: string,
): Answer {
  const { dimensions, metrics, limit } = resolved;
  const results = metrics.map((metric, index) =>
    transformed(
      metric,
      resolved,
      groups.map(({ values, isOthers, numbers, rests }) => ({
        values,
        isOthers,
        number: numbers[index] ?? null,
        rest: rests[index] ?? rest,
      })),
    ),
  );
  const finished = groups.map((group, place) => ({
    ...group,
    numbers: results.map((each) => each[place]?.number ?? null),
    rests: results.map((each) => each[place]?.rest ?? rest),
  }));
  const of = limit && 'top' in limit ? dimensions.indexOf(limit.of) : -1;
  const shown = isTop ? finished.filter((each) => each.isOthers || isTop(each.values[of] ?? null)) : finished;
  const sorted = shown.sort(rowOrder(resolved));
  const rows = limit && 'rows' in limit ? sorted.slice(0, limit.rows) : sorted;

  const columns: (readonly unknown[])[] = [];
  const add = (column: readonly unknown[]): number => columns.push(column) - 1;
  const layout: Omit<Layout, 'width'> = {
    dimensions: dimensions.map((dimension, index) => {
      const values = rows.map((each) => each.values[index] ?? null);
      const isYear = dimension.type === 'time' && dimension.grain === 'year';
      const place = add(isYear ? values.map((each) => (each === null ? null : Number(each))) : values);
      const words = dimension.area ? labelsAt(seen[index]) : undefined;
      if (!words) return { dimension, values: place };
      const labels = LOCALES.map((locale) => [locale, add(values.map((each) => words[`${each}`]?.[locale] ?? null))]);
      return { dimension, values: place, labels: Object.fromEntries(labels) };
    }),
    metrics: metrics.map((metric, index) => ({
      metric,
      values: add(rows.map((each) => each.numbers[index] ?? null)),
      lists: Object.fromEntries(
        PROVENANCE_PARTS.filter((part) => wantsPart(resolved, metric, part)).map((part) => [
          part,
          add(rows.map((each) => listed(each.rests[index] ?? rest, part))),
        ]),
      ),
    })),
    ...(limit && 'top' in limit && limit.others && { others: add(rows.map((each) => each.isOthers)) }),
  };
  if (columns.length === 0) throw new RangeError('an answer has columns');
  const rowParts = ROW_PARTS.filter((part) => resolved.dataset['lantu:provenance']?.[part] !== undefined);
  const parts = rowParts.map((part) => listed(rest, part));
  return answerFrom(
    [columns, ...(rowParts.length > 0 ? [parts] : [])],
    { place: 'rollup', vintage },
    { model, resolved, layout: { ...layout, width: columns.length }, parents: parentsOf(model, resolved), rowParts },
  );
}

function listed(rest: Rest, part: ProvenancePart): string[] {
  return [...rest[part]].sort(compareValues);
}

function labelsAt(seen: SeenDimension | undefined): Readonly<Record<string, LocalizedText>> {
  if (!seen) return {};
  const { source, dimension } = seen;
  if (source.at.grain === dimension.grain) return source.labels;
  return source.levels.find((each) => each.grain === dimension.grain)?.labels ?? {};
}

/** The datasets, beside the question's own and the areas, whose values decide what is counted where. */
function parentsOf(model: Model, { dimensions, metrics, filters }: ResolvedQuery): string[] {
  const columns: ResolvedColumn[] = [
    ...dimensions.map((each) => each.column),
    ...metrics.flatMap(({ measures }) =>
      measures.flatMap(({ where, last, column }) => [
        ...where.map((each) => each.at.column),
        ...last,
        ...(column ? [column] : []),
      ]),
    ),
    ...filters.map((each) => each.at.column),
  ];
  const areas = model.catalog['lantu:dimensions'].flatMap((each) => (each.kind === 'area' ? [each.dataset] : []));
  const names = columns.flatMap(({ path }) => path.map((each) => each.dataset));
  return [...new Set(names)].filter((each) => !areas.includes(each));
}
