import type { CellProvenance, ResolvedMetric } from '@lantu/spec';
import type { ProvenancePart } from '../answer/parts.ts';
import type { Grouping } from './grouping.ts';
import type { Scope } from './scope.ts';

/** What numbers rest on: for each part of a row's provenance, the different entries. */
export type Rest = Readonly<Record<ProvenancePart, ReadonlySet<string>>>;

/** What nothing rests on. */
export const NOTHING: Rest = restOf([], 0);

/** All that any of `rests` has. A row's exactness is no exactness of several. */
export function joined(rests: readonly Rest[]): Rest {
  const union = (part: ProvenancePart) => new Set(rests.flatMap((each) => [...each[part]]));
  return {
    origin: union('origin'),
    nature: union('nature'),
    status: union('status'),
    quote: union('quote'),
    exactness: new Set(),
  };
}

/** What `metric` rests on in each group. */
export function metricRests({ measures }: ResolvedMetric, grouping: Grouping, scope: Scope): Rest[] {
  const cells = Array.from({ length: grouping.size }, () => new Set<CellProvenance>());
  const counts = new Float64Array(grouping.size);
  for (const measure of measures) {
    const resting = scope.resting(measure, grouping);
    const { cells: coded } = scope.statistic('main', measure);
    const { values } = scope.statistic('rows', measure);
    grouping.rows.forEach((row, index) => {
      const id = grouping.ids[index] as number;
      const cell = coded?.list[coded.codes[row] as number];
      if (resting[row] === 0) return;
      if (cell) cells[id]?.add(cell);
      counts[id] = (counts[id] as number) + (values[row] as number);
    });
  }
  return cells.map((each, group) => restOf([...each], counts[group] as number));
}

/** What all numbers of `metrics` rest on together. */
export function overallRest(metrics: readonly ResolvedMetric[], grouping: Grouping, scope: Scope): Rest {
  const cells = metrics.flatMap(({ measures }) =>
    measures.flatMap((measure) => {
      const { cells: coded } = scope.statistic('main', measure);
      if (!coded) return [];
      const resting = scope.resting(measure, grouping);
      const used = new Uint8Array(coded.list.length);
      for (const row of grouping.rows) if (resting[row] === 1) used[coded.codes[row] as number] = 1;
      return coded.list.filter((_, code) => used[code] === 1);
    }),
  );
  return restOf(cells, 0);
}

/** What rests on these cells, and on so many rows of the dataset. */
export function restOf(cells: readonly CellProvenance[], rows: number): Rest {
  const exactness = rows === 1 ? cells.flatMap((each) => each.exactness ?? []) : [];
  return {
    origin: new Set(cells.flatMap((each) => each.origins)),
    nature: new Set(cells.flatMap((each) => each.natures)),
    status: new Set(cells.flatMap((each) => each.statuses)),
    quote: new Set(cells.flatMap((each) => each.quotes)),
    exactness: new Set(exactness),
  };
}
