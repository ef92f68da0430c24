import { createHash } from 'node:crypto';
import { type Catalog, checkCatalog } from '@lantu/spec';
import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';

const texts = (zh: string, bo?: string, en?: string) => ({ 'zh-CN': zh, ...(bo && { bo }), ...(en && { en }) });

import { type PackageInfo, packageFiles } from './package.ts';
import { arrowStream } from './stream.ts';
import type { Table } from './table.ts';

const INFO: PackageInfo = {
  name: 'test',
  version: '1.0.0',
  title: texts('测试', undefined, 'Test'),
  units: [{ code: 'CNY', title: texts('元'), kind: 'money' }],
  dimensions: [],
};
const origin = { id: 'paper', title: texts('报'), producer: texts('报'), citation: texts('报') };

function table(changes: Partial<Table> = {}): Table {
  return {
    name: 'things',
    title: texts('事物'),
    description: texts('事物'),
    fields: [
      { name: 'id', type: 'string', 'lantu:role': 'attribute', constraints: { required: true } },
      { name: 'kind', type: 'string', 'lantu:role': 'dimension' },
      { name: 'amount', type: 'number', 'lantu:role': 'measure', 'lantu:unit': 'CNY' },
      { name: 'nature', type: 'string', 'lantu:role': 'attribute' },
    ],
    columns: {
      id: ['1', '2', '3', '4'],
      kind: ['x', 'x', null, 'x'],
      amount: [1, null, 2.5, 0],
      nature: ['simulated', 'transcribed', 'transcribed', 'simulated'],
    },
    primaryKey: ['id'],
    origins: [origin],
    asOf: '2024-12-31',
    status: 'A',
    provenance: { nature: 'nature' },
    metrics: [
      {
        code: 'things.amount',
        dataset: 'things',
        title: texts('额'),
        unit: 'CNY',
        decimals: 0,
        measure: { op: 'sum', field: 'amount' },
      },
    ],
    ...changes,
  };
}

function catalogOf(files: ReadonlyMap<string, Uint8Array>): Catalog {
  return checkCatalog(JSON.parse(new TextDecoder().decode(files.get('datapackage.json'))), 'datapackage.json');
}

describe('arrowStream', () => {
  it('is read back by Arrow as it was written', () => {
    const read = tableFromIPC(arrowStream(table()));
    expect(read.schema.fields.map((each) => `${each.name}: ${each.type}`)).toEqual([
      'id: Utf8',
      'kind: Dictionary<Int8, Utf8>',
      'amount: Float64',
      'nature: Dictionary<Int8, Utf8>',
    ]);
    expect(read.toArray().map((row) => row.toJSON())).toEqual([
      { id: '1', kind: 'x', amount: 1, nature: 'simulated' },
      { id: '2', kind: 'x', amount: null, nature: 'transcribed' },
      { id: '3', kind: null, amount: 2.5, nature: 'transcribed' },
      { id: '4', kind: 'x', amount: 0, nature: 'simulated' },
    ]);
  });

  it('keeps a table without rows', () => {
    const columns = { id: [], kind: [], amount: [], nature: [] };
    const read = tableFromIPC(arrowStream(table({ columns })));
    expect([read.numRows, read.schema.names]).toEqual([0, ['id', 'kind', 'amount', 'nature']]);
  });

  it('gives the same bytes for the same table, whatever was written before', () => {
    const before = arrowStream(table());
    arrowStream(table({ name: 'others' }));
    expect(arrowStream(table())).toEqual(before);
  });

  it('refuses columns of different lengths and fields without a column, with all lengths', () => {
    expect(() => arrowStream(table({ columns: { ...table().columns, kind: ['x'] } }))).toThrow(
      'dataset "things": columns of different lengths, or fields without a column; received id: 4, kind: 1, amount: 4, nature: 4',
    );
    expect(() => arrowStream(table({ columns: { id: ['1'] } }))).toThrow('kind: none');
  });
});

describe('packageFiles', () => {
  it('describes each file by its size and hash', () => {
    const files = packageFiles(INFO, [table()]);
    const bytes = files.get('things.arrow') ?? new Uint8Array();
    const [resource] = catalogOf(files).resources;
    expect([...files.keys()]).toEqual(['things.arrow', 'datapackage.json']);
    expect(resource).toMatchObject({
      path: 'things.arrow',
      bytes: bytes.length,
      hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      'lantu:rows': 4,
    });
  });

  it('lists the natures that occur in the rows, the status of all, and each origin once', () => {
    const catalog = catalogOf(packageFiles(INFO, [table(), table({ name: 'others', metrics: [] })]));
    expect(catalog.resources[0]).toMatchObject({
      'lantu:natures': ['transcribed', 'simulated'],
      'lantu:statuses': ['A'],
      'lantu:origins': ['paper'],
    });
    expect(catalog['lantu:origins']).toEqual([origin]);
  });

  it('refuses a catalog that does not hold together', () => {
    expect(() => packageFiles({ ...INFO, units: [] }, [table()])).toThrow('"CNY"');
  });
});
