import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDuckDB, type DuckDBBindings, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import type { PackageFiles } from '@lantu/bake';
import { type Catalog, checkCatalog } from '@lantu/spec';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from './datasets.ts';

const MINUTE = 60_000;

let files: PackageFiles;
let catalog: Catalog;

beforeAll(() => {
  files = buildPackage();
  catalog = checkCatalog(JSON.parse(new TextDecoder().decode(files.get('datapackage.json'))), 'datapackage.json');
}, MINUTE);

function hashes(of: PackageFiles): string[] {
  return [...of].map(([name, bytes]) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`);
}

describe('the package', () => {
  it(
    'is the same bytes every time it is built',
    () => {
      expect(hashes(buildPackage())).toEqual(hashes(files));
    },
    MINUTE,
  );

  it('gives every file of the catalog, with the size and hash that the catalog says', () => {
    const said = catalog.resources.map(({ path, hash }) => `${path} ${hash.replace('sha256:', '')}`);
    expect(hashes(files)).toEqual(expect.arrayContaining(said));
    expect(catalog.resources.map((each) => each.name)).toEqual(expect.arrayContaining(['areas', 'figures']));
  });

  it('names the areas, the figures and all that is measured in them in three languages', () => {
    const own = (name: string) => name === 'areas' || name === 'figures';
    const titles = [
      ...catalog.resources.filter((each) => own(each.name)).map((each) => each['lantu:title']),
      ...catalog['lantu:metrics'].filter((each) => own(each.dataset)).map((each) => each.title),
    ];
    expect(titles.filter((each) => !each.bo || !each.en)).toEqual([]);
  });
});

describe('DuckDB-WASM', () => {
  let database: DuckDBBindings;

  beforeAll(async () => {
    const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
    const bundle = (name: string) => ({ mainModule: join(dist, `duckdb-${name}.wasm`), mainWorker: '' });
    database = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
    await database.instantiate(() => undefined);
    const connection = database.connect();
    for (const { name, path } of catalog.resources) {
      connection.insertArrowFromIPCStream(files.get(path) ?? new Uint8Array(), { name, create: true });
    }
    connection.close();
  }, MINUTE);

  const rows = (sql: string) =>
    database
      .connect()
      .query(sql)
      .toArray()
      .map((row) => Object.values(row.toJSON()));

  it('reads every dataset whole', () => {
    for (const { name, 'lantu:rows': count } of catalog.resources) {
      expect(rows(`SELECT count(*)::INT FROM "${name}"`), name).toEqual([[count]]);
    }
  });

  it('joins figures to areas, one area a figure', () => {
    const [all] = rows('SELECT count(*)::INT FROM figures') as [[number]];
    expect(rows('SELECT count(*)::INT, count(name_zh)::INT FROM figures LEFT JOIN areas ON area = code')).toEqual([
      [all[0], all[0]],
    ]);
  });

  it('finds how the income of the community grew', () => {
    const sql = `SELECT year(period)::INT, value FROM figures
      WHERE area = '542527100002' AND indicator = 'collective-income' ORDER BY period`;
    expect(rows(sql)).toEqual([
      [2023, 1_400_000],
      [2024, 2_160_000],
    ]);
  });
});
