import type { ResolvedDimension, ResolvedQuery, Value } from '@lantu/spec';
import { compareLast } from './values.ts';

type Compare<T> = (a: T, b: T) => number;

/** What is put in order: the values of the dimensions and the numbers of the metrics, as in the answer. */
export interface Sortable {
  readonly values: readonly Value[];
  readonly numbers: readonly (number | null)[];
  readonly isOthers: boolean;
}

/** The order of a dimension's values: that of its categories, else their own; missing values last either way. */
export function dimensionOrder(
  { coarsened, column }: ResolvedDimension,
  direction: 'asc' | 'desc' = 'asc',
): Compare<Value> {
  const categories = coarsened ? [] : (column.field.categories ?? []);
  const natural: Compare<Value> = (a, b) => compareLast(a, b, direction);
  if (categories.length === 0) return natural;
  const places = new Map<Value, number>(categories.map((each, index) => [each.value, index]));
  const place = (value: Value) => places.get(value) ?? null;
  return (a, b) => compareLast(place(a), place(b), direction) || natural(a, b);
}

/** The order of an answer's rows. "Others" come after all that they are compared with: before the first key that is not one of the other dimensions. */
export function rowOrder({ order, dimensions, metrics, limit }: ResolvedQuery): Compare<Sortable> {
  const of = limit && 'top' in limit && limit.others ? limit.of : undefined;
  let isOpen = of !== undefined;
  const keys = order.flatMap(({ by, direction }): Compare<Sortable>[] => {
    const place = dimensions.findIndex((each) => each.name === by);
    const dimension = dimensions[place];
    const metric = metrics.findIndex((each) => each.name === by);
    const ordered = dimension && dimensionOrder(dimension, direction);
    const key: Compare<Sortable> = ordered
      ? (a, b) => ordered(a.values[place] ?? null, b.values[place] ?? null)
      : (a, b) => compareLast(a.numbers[metric] ?? null, b.numbers[metric] ?? null, direction);
    if (!isOpen || (dimension && dimension !== of)) return [key];
    isOpen = false;
    return [(a, b) => Number(a.isOthers) - Number(b.isOthers), key];
  });
  return (a, b) => {
    for (const key of keys) {
      const difference = key(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
