import { LantuError } from '@lantu/spec';
import { parquetMetadata, parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { rawFrom, tableOfColumns } from './records.ts';
import type { RawTable, RawValue } from './source.ts';

/** The columns of a Parquet file, in any of its compressions. @throws {LantuError} `data/import` where it cannot be decoded. */
export async function readParquet(bytes: Uint8Array, file: string): Promise<RawTable> {
  const { buffer } = new Uint8Array(bytes);
  try {
    const metadata = parquetMetadata(buffer);
    const names = metadata.schema.filter((each) => each.num_children === undefined).map((each) => each.name);
    const rowCount = Number(metadata.num_rows);
    const columns = new Map(names.map((name) => [name, new Array<RawValue>(rowCount).fill(null)]));
    await parquetRead({
      file: buffer,
      metadata,
      compressors,
      onChunk: ({ columnName, columnData, rowStart }) => {
        const values = columns.get(columnName) ?? new Array<RawValue>(rowCount).fill(null);
        columns.set(columnName, values);
        for (let index = 0; index < columnData.length; index++) values[rowStart + index] = rawFrom(columnData[index]);
      },
    });
    return tableOfColumns(file, columns);
  } catch (cause) {
    throw new LantuError('data/import', 'the Parquet file cannot be read', {
      where: file,
      received: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}
