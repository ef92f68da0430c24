import { type Catalog, checkCatalog, type Dataset, type Query } from '@lantu/spec';
import { Dictionary, Float64, Int16, Int32, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import type { Fetch } from '../src/catalog.ts';

export const CATALOG_URL = 'https://portal.test/data/datapackage.json';
export const FIGURES_URL = 'https://portal.test/data/figures.arrow';

/** The income of a village's collective in two years, and one value that tries to be SQL. */
export const HOSTILE = `"; DROP TABLE figures; --'`;

const rows = {
  place: ['扎日南木措', '扎日南木措', HOSTILE],
  year: [2023, 2024, 2024],
  income: [1_400_000, 2_160_000, null],
};

/** The figures as an Arrow IPC stream, without the columns that are left out, and with one more that makes it larger. */
export function figuresStream(without: readonly string[] = [], padding = 0): Uint8Array<ArrayBuffer> {
  const columns = {
    ...(padding > 0 && { padding: vectorFromArray(['x'.repeat(padding), '', ''], new Utf8()) }),
    place: vectorFromArray(rows.place, new Dictionary(new Utf8(), new Int32())),
    year: vectorFromArray(rows.year, new Int16()),
    income: vectorFromArray(rows.income, new Float64()),
  };
  const kept = Object.fromEntries(Object.entries(columns).filter(([name]) => !without.includes(name)));
  return tableToIPC(new Table(kept), 'stream').slice();
}

/** The catalog of `stream`, whatever that is. */
export async function catalogOf(stream: Uint8Array<ArrayBuffer>): Promise<Catalog> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', stream));
  const hash = `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  return checkCatalog(
    {
      name: 'village',
      version: '1',
      resources: [figures(stream.length, hash)],
      'lantu:title': { 'zh-CN': '村' },
      'lantu:origins': [
        { id: 'paper', title: { 'zh-CN': '报道' }, producer: { 'zh-CN': '报社' }, citation: { 'zh-CN': '报道，2024' } },
      ],
      'lantu:units': [{ code: 'CNY', title: { 'zh-CN': '元' }, kind: 'money' }],
      'lantu:dimensions': [{ kind: 'time', name: 'period', title: { 'zh-CN': '年份' } }],
      'lantu:metrics': [
        {
          code: 'figures.income',
          dataset: 'figures',
          title: { 'zh-CN': '集体经济收入' },
          unit: 'CNY',
          decimals: 0,
          measure: { op: 'sum', field: 'income' },
        },
      ],
    },
    'the catalog of the test',
  );
}

export const INCOME_BY_YEAR: Query = {
  dataset: 'figures',
  dimensions: [{ field: 'year' }],
  metrics: [{ metric: 'figures.income' }],
  filters: [{ field: 'place', op: 'in', values: ['扎日南木措'] }],
};

export interface Site {
  readonly fetch: Fetch;
  /** The addresses that were asked for, in order. */
  readonly requests: string[];
  /** What is there; may be changed. */
  readonly files: Map<string, () => Response | Promise<Response>>;
}

/** A site with the catalog and its dataset, answering from memory. */
export async function site(stream = figuresStream()): Promise<Site> {
  const catalog = await catalogOf(stream);
  const requests: string[] = [];
  const files = new Map<string, () => Response | Promise<Response>>([
    [CATALOG_URL, () => Response.json(catalog)],
    [FIGURES_URL, () => new Response(stream.slice())],
  ]);
  const fetch: Fetch = async (url, init) => {
    requests.push(url);
    init?.signal?.throwIfAborted();
    return files.get(url)?.() ?? new Response('not here', { status: 404, statusText: 'Not Found' });
  };
  return { fetch, requests, files };
}

function figures(bytes: number, hash: string): Dataset {
  return {
    name: 'figures',
    path: 'figures.arrow',
    format: 'arrow',
    mediatype: 'application/vnd.apache.arrow.stream',
    bytes,
    hash,
    schema: {
      fields: [
        { name: 'place', type: 'string', 'lantu:role': 'dimension' },
        { name: 'year', type: 'year', 'lantu:role': 'dimension', 'lantu:dimension': 'period' },
        { name: 'income', type: 'number', 'lantu:role': 'measure', 'lantu:unit': 'CNY' },
      ],
    },
    'lantu:title': { 'zh-CN': '数字' },
    'lantu:rows': rows.place.length,
    'lantu:natures': ['transcribed'],
    'lantu:statuses': ['A'],
    'lantu:origins': ['paper'],
    'lantu:asOf': '2024-12-31',
  };
}
