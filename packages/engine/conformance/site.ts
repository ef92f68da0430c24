import type { FieldType } from '@lantu/spec';
import {
  Bool,
  type DataType,
  DateDay,
  Dictionary,
  Float64,
  Int16,
  Int32,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import { type OpenCatalog, openCatalog } from '../src/catalog.ts';
import type { Cell, Fixture } from './fixture.ts';

const TYPES: Readonly<Record<FieldType, () => DataType>> = {
  string: () => new Dictionary(new Utf8(), new Int32()),
  integer: () => new Int32(),
  number: () => new Float64(),
  boolean: () => new Bool(),
  date: () => new DateDay(),
  yearmonth: () => new DateDay(),
  year: () => new Int16(),
};

/** The fixture as a site serves it: a catalog at `url` with Arrow streams beside it. */
export async function openFixture({ catalog, tables }: Fixture, url: string): Promise<OpenCatalog> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const resources = [];
  for (const dataset of catalog.resources) {
    const rows = tables[dataset.name] ?? [];
    const columns = dataset.schema.fields.map(({ name, type }): [string, Vector] => [
      name,
      vectorFromArray(
        rows.map((row) => stored(row[name] ?? null, type)),
        TYPES[type](),
      ),
    ]);
    const bytes = tableToIPC(new Table(Object.fromEntries(columns)), 'stream').slice();
    files.set(new URL(dataset.path, url).href, bytes);
    resources.push({ ...dataset, bytes: bytes.length, hash: await sha256(bytes) });
  }
  const served = { ...catalog, resources };
  return openCatalog(url, {
    fetch: async (address) => {
      const bytes = files.get(address);
      return bytes ? new Response(bytes.slice()) : Response.json(served);
    },
  });
}

function stored(value: Cell, type: FieldType): unknown {
  return (type === 'date' || type === 'yearmonth') && value !== null ? new Date(`${value}T00:00:00Z`) : value;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
