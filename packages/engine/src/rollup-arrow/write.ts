import { LantuError, quoteValue, type Rollup, type Value } from '@lantu/spec';
import { type Column, type DataType, tableFromColumns, tableToIPC } from '@uwdata/flechette';
import { checkColumns } from '../rollup/columns.ts';
import { codedColumn, columnOf, numberType, typeOf } from './columns.ts';
import { HEADER_KEY, headerOf } from './header.ts';
import { sealed } from './seal.ts';

/**
 * `rollup` as a table of Arrow in the format of IPC streams, uncompressed: one row a row of the rollup. Dimensions are dictionary-coded;
 * numbers have the narrowest integer type that holds the whole column, else Float64. What is no column (the query, measures, labels,
 * the areas' parents, what cells rest on) is JSON in the schema's metadata. Behind the stream's end is a
 * hash of it. The same rollup gives the same bytes.
 *
 * @throws {LantuError} `data/corrupt` where the rollup's columns do not fit each other, or a dimension has values of several types
 */
export function rollupToArrow(rollup: Rollup): Uint8Array {
  checkColumns(rollup);
  const columns = [...rollup.dimensions.map((_, index) => dimensionColumn(rollup, index)), ...statisticColumns(rollup)];
  const table = tableFromColumns(columns.map(([name, column], index) => [`${index} ${name}`, column]));
  table.schema.metadata = new Map([[HEADER_KEY, JSON.stringify(headerOf(rollup))]]);
  return sealed(tableToIPC(table, { format: 'stream' }) as Uint8Array);
}

type Named = readonly [name: string, column: Column<unknown>];

function dimensionColumn({ query, dimensions }: Rollup, index: number): Named {
  const { field = '', grain } = query.dimensions?.[index] ?? {};
  const { values = [], codes = [] } = dimensions[index] ?? {};
  const list = columnOf(values, typeOf(values) ?? refuse(field, values));
  return [grain ? `${field} ${grain}` : field, codedColumn(codes, list)];
}

function statisticColumns({ statistics }: Rollup): Named[] {
  return statistics.flatMap(({ measure, values, cells }): Named[] => {
    const name = 'field' in measure ? `${measure.op} ${measure.field}` : measure.op;
    const own: Named = [name, columnOf(values, numberType(values))];
    return cells ? [own, [`${name}, rests on`, columnOf(cells.codes, numberType(cells.codes))]] : [own];
  });
}

function refuse(field: string, values: readonly Value[]): DataType {
  throw new LantuError('data/corrupt', 'a dimension has values of several types', {
    where: `a rollup's dimension ${JSON.stringify(field)}`,
    received: quoteValue(values),
    allowed: 'texts, numbers or truth values, and missing ones',
  });
}
