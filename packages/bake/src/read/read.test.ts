import { tableFromArrays, tableFromIPC, tableToIPC } from 'apache-arrow';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { vegaFile } from '../../test/sandbox.ts';
import { decodeText } from './encoding.ts';
import { readTable } from './read.ts';
import type { RawTable, RawValue } from './source.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function tableIn(content: string | Uint8Array, file: string, options = {}): Promise<RawTable> {
  const read = await readTable(typeof content === 'string' ? encode(content) : content, file, options);
  if (read.kind !== 'table') throw new Error('several sheets');
  return read.table;
}

function asRecord({ columns }: RawTable): Record<string, readonly RawValue[]> {
  return Object.fromEntries(columns.map((each) => [each.header, each.values]));
}

describe('decodeText', () => {
  it('goes by the byte order mark, then UTF-8, then GB18030', () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'x')).toEqual({ text: 'a', encoding: 'utf-8' });
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x51, 0x67), 'x')).toEqual({ text: '村', encoding: 'utf-16le' });
    expect(decodeText(encode('村 ལྷ་ས'), 'x')).toEqual({ text: '村 ལྷ་ས', encoding: 'utf-8' });
    expect(decodeText(Uint8Array.of(0xb4, 0xe5, 0x94, 0x39, 0xda, 0x33), 'x')).toEqual({
      text: '村💩',
      encoding: 'gb18030',
    });
  });

  it('refuses what is no text', () => {
    expect(() => decodeText(Uint8Array.of(0xff, 0xff, 0xff), 'x.csv')).toThrow('x.csv: the file is no text');
    expect(() => decodeText(Uint8Array.of(0x61, 0), 'x.csv')).toThrow('the file is no text');
  });
});

describe('a text table', () => {
  it.each([
    ['a;b\n1,5;2\n', ['a', 'b']],
    ['a\tb\n1\t2\n', ['a', 'b']],
    ['a|b\n1|2\n', ['a', 'b']],
    ['"a;x",b\n"1;2",2\n', ['a;x', 'b']],
    ['a\n1\n2\n', ['a']],
  ])('%j is cut at its own delimiter', async (text, headers) => {
    expect((await tableIn(text, 't.csv')).columns.map((each) => each.header)).toEqual(headers);
  });

  it('counts rows by lines, through line breaks in cells and blank lines', async () => {
    const table = await tableIn('a,b\n"x\ny",1\n\nz,2\n', 't.csv');
    expect([0, 1].map(table.rowNumber)).toEqual([2, 5]);
    expect(table.notes).toEqual(['1 blank row left out (row 4)']);
  });

  it('takes two header rows for one where the second fills the gaps of the first', async () => {
    const table = await tableIn('地区,收入,,支出,\n,2023年,2024年,2023年,2024年\n甲,1,2,3,4\n', 't.csv');
    expect(table.columns.map((each) => each.header)).toEqual([
      '地区',
      '收入 / 2023年',
      '收入 / 2024年',
      '支出 / 2023年',
      '支出 / 2024年',
    ]);
    expect(table.rowCount).toBe(1);
  });

  it('takes a row of units into the header', async () => {
    expect((await tableIn('名称,收入,户数\n,万元,户\n甲,1,2\n', 't.csv')).columns.map((each) => each.header)).toEqual([
      '名称',
      '收入 / 万元',
      '户数 / 户',
    ]);
  });

  it('names columns without a header, or with one that occurs twice', async () => {
    const table = await tableIn('a,,a\n1,2,3\n', 't.csv');
    expect(table.columns.map((each) => each.header)).toEqual(['a', 'column 2', 'a 2']);
    expect(table.notes).toHaveLength(2);
  });

  it('of rows that are too short or too long keeps every cell', async () => {
    expect(asRecord(await tableIn('a,b\n1\n1,2,3\n', 't.csv'))).toEqual({
      a: ['1', '1'],
      b: [null, '2'],
      'column 3': [null, '3'],
    });
  });

  it.each([
    ['', 'the file is empty'],
    ['a,b\n', 'there is a header and no row of data below it'],
    ['1,2\n3,4\n', 'no header found'],
  ])('%j is refused', async (text, message) => {
    await expect(tableIn(text, 't.csv')).rejects.toThrow(message);
  });
});

describe('JSON', () => {
  it('is an array of objects or an object a line; what an object lacks is null', async () => {
    const expected = { a: [1, null], b: ['x', 'y'] };
    expect(asRecord(await tableIn('[{"a":1,"b":"x"},{"b":"y"}]', 't.json'))).toEqual(expected);
    expect(asRecord(await tableIn('{"a":1,"b":"x"}\n{"b":"y"}\n', 't.ndjson'))).toEqual(expected);
    expect(asRecord(await tableIn('[{"a":1,"b":"x"},{"b":"y"}]', 'noname'))).toEqual(expected);
  });

  it.each([
    ['{"type":"Topology","objects":{}}', 'the JSON is no table'],
    ['[1,2]', 't.json, record 1: the JSON is no table; received 1'],
    ['[{"a":', 'the file is no JSON'],
    ['{"a":1}\n{"a":\n', 't.json, row 2: a line that is no JSON'],
    ['[]', 'the file holds no rows'],
  ])('%s is refused', async (text, message) => {
    await expect(tableIn(text, 't.json')).rejects.toThrow(message);
  });
});

describe('Arrow', () => {
  it('is read as a stream and as a file', async () => {
    const table = tableFromArrays({
      n: Int32Array.of(1, 2),
      t: ['a', 'a'],
      d: [new Date(Date.UTC(2024, 2, 15)), null],
    });
    const expected = { n: [1, 2], t: ['a', 'a'], d: [new Date(Date.UTC(2024, 2, 15)), null] };
    expect(asRecord(await tableIn(tableToIPC(table, 'stream'), 't.arrow'))).toEqual(expected);
    expect(asRecord(await tableIn(tableToIPC(table, 'file'), 't.arrow'))).toEqual(expected);
  });

  it('is what other writers write (vega-datasets)', async () => {
    const bytes = vegaFile('flights-200k.arrow');
    const table = await tableIn(bytes, 'flights-200k.arrow');
    expect(table.rowCount).toBe(tableFromIPC(bytes).numRows);
    expect(table.columns.map((each) => each.header)).toEqual(['delay', 'distance', 'time']);
  });

  it('that is cut off is refused', async () => {
    const bytes = tableToIPC(tableFromArrays({ n: Int32Array.of(1, 2) }), 'file');
    await expect(tableIn(bytes.slice(0, 40), 't.arrow')).rejects.toThrow('t.arrow: ');
  });
});

describe('Parquet', () => {
  it('keeps numbers, texts, dates, truth values and nulls', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'n', data: [1, null, 3], type: 'INT32' },
        { name: 'big', data: [1n, 2n, 9_007_199_254_740_993n], type: 'INT64' },
        { name: 't', data: ['a', 'ལྷ་ས', null], type: 'STRING' },
        { name: 'd', data: [new Date(Date.UTC(2024, 2, 15)), null, null], type: 'TIMESTAMP' },
        { name: 'b', data: [true, false, null], type: 'BOOLEAN' },
      ],
    });
    expect(asRecord(await tableIn(new Uint8Array(buffer), 't.parquet'))).toEqual({
      n: [1, null, 3],
      big: [1, 2, 9_007_199_254_740_993n],
      t: ['a', 'ལྷ་ས', null],
      d: [new Date(Date.UTC(2024, 2, 15)), null, null],
      b: [true, false, null],
    });
  });

  it('of three million rows is what its writer put in (vega-datasets)', { timeout: 60_000 }, async () => {
    const table = await tableIn(vegaFile('flights-3m.parquet'), 'flights-3m.parquet');
    expect(table.rowCount).toBe(3_000_000);
    const { date, origin, distance } = asRecord(table);
    expect(date?.[0]).toEqual(new Date('2001-01-01T00:01:00Z'));
    expect(new Set(origin).has(null)).toBe(false);
    expect(distance?.every((each) => Number.isInteger(each))).toBe(true);
  });

  it('that is damaged is refused with the reason', async () => {
    await expect(tableIn(vegaFile('flights-3m.parquet').subarray(0, 5000), 'cut.parquet')).rejects.toThrow(
      'cut.parquet: the Parquet file cannot be read; received',
    );
    await expect(tableIn('a,b\n1,2\n', 'named.parquet')).rejects.toThrow(
      'named.parquet: the file is not what its name says; received first bytes 61 2c 62 0a',
    );
  });
});
