import type { Value } from '@lantu/spec';
import {
  batchType,
  bool,
  Column,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  type IntType,
  int,
  utf8,
} from '@uwdata/flechette';

const INTEGER_BITS = [8, 16, 32] as const;

/** A column of `values`. An empty one has a batch all the same: without, a table loses the dictionaries of its columns. */
export function columnOf(values: readonly Value[], type: DataType): Column<unknown> {
  if (values.length > 0) return columnFromArray([...values], type);
  const { values: numbers = Uint8Array, offsets } = type as {
    values?: typeof Float64Array;
    offsets?: typeof Int32Array;
  };
  const parts = { validity: new Uint8Array(0), values: new numbers(0), ...(offsets && { offsets: new offsets(1) }) };
  return new Column([new (batchType(type))({ length: 0, nullCount: 0, type, ...parts })]);
}

/**
 * A column of places in `list`. Flechette's own builder of dictionaries would bring equal entries of the list together; areas of one
 * code and different parents are entries of their own.
 */
export function codedColumn(codes: readonly number[], list: Column<unknown>): Column<unknown> {
  const indexType = numberType(codes) as IntType;
  const [indices] = columnOf(codes, indexType).data;
  const type = dictionary(list.type, indexType);
  const batch = new (batchType(type))({ ...indices, type });
  return new Column([batch.setDictionary(list)]);
}

/** The type of a column of these values; undefined where they are of several. */
export function typeOf(values: readonly Value[]): DataType | undefined {
  const kinds = new Set(values.filter((each) => each !== null).map((each) => typeof each));
  if (kinds.size > 1) return undefined;
  if (kinds.has('number')) return numberType(values as (number | null)[]);
  return kinds.has('boolean') ? bool() : utf8();
}

/** The narrowest type that holds these numbers to the last bit. */
export function numberType(values: readonly (number | null)[]): DataType {
  let size = 0;
  for (const each of values) {
    if (each === null) continue;
    if (!Number.isInteger(each) || Object.is(each, -0)) return float64();
    size = Math.max(size, each < 0 ? -each - 1 : each);
  }
  const bits = INTEGER_BITS.find((each) => size < 2 ** (each - 1));
  return bits ? int(bits) : float64();
}
