import { LantuError, type Rollup } from '@lantu/spec';

/**
 * Checks that the columns of a rollup fit each other.
 *
 * @throws {LantuError} `data/corrupt` where one has another number of entries than the rollup has rows, or a code that is no place in
 * its list
 */
export function checkColumns({ rows, query, dimensions, statistics }: Rollup): void {
  const lists = [
    ...dimensions.map(({ codes, values }) => ({ codes, size: values.length })),
    ...statistics.flatMap(({ cells }) => (cells ? [{ codes: cells.codes, size: cells.list.length }] : [])),
  ];
  const fits =
    dimensions.length === (query.dimensions ?? []).length &&
    statistics.every((each) => each.values.length === rows && each.measure.op !== 'ratio') &&
    lists.every(({ codes, size }) => codes.length === rows && codes.every((code) => code >= 0 && code < size)) &&
    dimensions.every(({ values, levels = [] }) => levels.every((each) => each.values.length === values.length));
  if (fits) return;
  throw new LantuError('data/corrupt', 'the columns of a rollup do not fit each other', {
    where: `a rollup of the dataset ${JSON.stringify(query.dataset)}`,
    received: `${rows} rows`,
    allowed: 'columns of that many entries, with codes that are places in their lists',
  });
}
