import { createHash } from 'node:crypto';
import type { Catalog } from '@lantu/spec';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answered, Sandbox } from '../../test/sandbox.ts';
import type { CheckResult } from '../check/check.ts';

let box: Sandbox;
beforeEach(async () => {
  box = new Sandbox();
  box.write(
    'income.csv',
    '村,年份,类别,收入（元）\n白琼村,2022,甲,1200000\n白琼村,2023,甲,1400000\n白琼村,2024,甲,2160000\n香木村,2023,乙,860000\n香木村,2024,乙,990000\n',
  );
  const { mapping } = await box.report('income.csv', '--areas', box.areas());
  box.writeJson('mapping.json', answered(mapping));
  await box.lantu('data', 'import', 'income.csv', '--areas', 'areas', '--mapping', 'mapping.json', '--out', 'built');
});
afterEach(() => {
  box.remove();
});

async function check(...options: string[]): Promise<CheckResult & { exitCode: number }> {
  return JSON.parse((await box.lantu('data', 'check', 'built', '--json', ...options)).stdout);
}

/** Changes the descriptor of the dataset `income`. */
function describeAnew(change: (dataset: Catalog['resources'][number], catalog: Catalog) => void): void {
  const catalog = box.readJson<Catalog>('built/datapackage.json');
  const dataset = catalog.resources.find((each) => each.name === 'income');
  if (!dataset) throw new Error('no dataset income');
  change(dataset, catalog);
  box.writeJson('built/datapackage.json', catalog);
}

/** Replaces the cell of a column of whole numbers, and makes the descriptor fit the new bytes. */
function changeCell(field: string, row: number, value: number): void {
  const table = tableFromIPC(box.read('built/income.arrow'));
  const [data] = table.getChild(field)?.data ?? [];
  if (!data) throw new Error(`no field ${field}`);
  data.values[row] = value;
  replaceFile(tableToIPC(table, 'stream'));
}

function replaceFile(bytes: Uint8Array): void {
  box.write('built/income.arrow', bytes);
  describeAnew((dataset) => {
    dataset.bytes = bytes.length;
    dataset.hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  });
}

describe('lantu data check', () => {
  it('finds nothing wrong in what lantu wrote', async () => {
    const { code, stdout } = await box.lantu('data', 'check', 'built');
    expect(stdout).toContain('2 datasets, 22 rows\nNothing was found.');
    expect(code).toBe(0);
    expect((await box.lantu('data', 'check', 'built/datapackage.json', '--strict')).code).toBe(0);
  });

  it('says when there is nothing to check', async () => {
    const { code, stderr } = await box.lantu('data', 'check', 'nowhere');
    expect(code).toBe(4);
    expect(stderr).toContain('the package cannot be read');
  });

  it('lists all faults of a descriptor', async () => {
    describeAnew((dataset, catalog) => {
      dataset.schema.primaryKey = ['gone'];
      dataset['lantu:origins'] = ['nobody'];
      catalog['lantu:units'] = [];
    });
    const { exitCode, findings } = await check();
    expect(exitCode).toBe(1);
    expect(findings.map((each) => each.received)).toEqual(expect.arrayContaining(['"gone"', '"nobody"', '"CNY"']));
  });

  it('finds a file that is missing, cut or changed', async () => {
    const bytes = box.read('built/income.arrow');
    box.write('built/income.arrow', bytes.slice(0, bytes.length - 8));
    expect((await check()).findings.map((each) => each.problem)).toEqual(
      expect.arrayContaining(['another size than bytes says', 'another hash than the description says']),
    );
    describeAnew((dataset) => {
      dataset.path = 'gone.arrow';
    });
    expect(await check()).toMatchObject({
      exitCode: 1,
      findings: [{ file: 'gone.arrow', problem: 'the file of the dataset cannot be read' }],
    });
  });

  it('finds an Arrow file in place of a stream', async () => {
    replaceFile(tableToIPC(tableFromIPC(box.read('built/income.arrow')), 'file'));
    expect((await check()).findings).toMatchObject([{ problem: 'an Arrow file, which the engine does not read' }]);
  });

  it('finds fields and rows that are not as described', async () => {
    describeAnew(({ schema, ...dataset }, catalog) => {
      schema.fields[2]!.name = 'kind';
      schema.fields[3]!.type = 'number';
      catalog['lantu:metrics'] = [];
      const own = catalog.resources.find((each) => each.name === dataset.name);
      if (own) own['lantu:rows'] = 7;
    });
    expect((await check()).findings).toMatchObject([
      { problem: 'another number of rows than lantu:rows says', received: '5', allowed: '7' },
      { column: 'kind', problem: 'the file lacks the field' },
      { column: '收入', problem: 'a number is stored as another type', allowed: 'Float64' },
      { column: '类别', problem: 'a field that the description does not name' },
    ]);
  });

  it('finds values that break constraints, categories and keys, by row', async () => {
    describeAnew(({ schema }) => {
      schema.fields[2]!.categories = [{ value: '甲', label: '甲' }];
      schema.fields[3]!.constraints = { minimum: 900_000, maximum: 2_000_000 };
      schema.primaryKey = ['area'];
    });
    expect((await check()).findings).toMatchObject([
      { row: 4, column: '类别', problem: 'a value that is no category', received: '"乙"', allowed: '甲' },
      { row: 5, column: '类别' },
      { row: 3, column: '收入', problem: 'above the maximum', allowed: '2000000 or less' },
      { row: 4, column: '收入', problem: 'below the minimum' },
      { row: 2, column: 'area', problem: 'the primary key of row 1 again' },
      { row: 3, column: 'area' },
      { row: 5, column: 'area' },
    ]);
  });

  it('finds keys without a row, areas that do not exist or are of another level', async () => {
    describeAnew(({ schema }) => {
      schema.fields[0]!['lantu:level'] = 'county';
      schema.foreignKeys = [{ fields: '类别', reference: { resource: 'areas', fields: 'code' } }];
    });
    const { findings } = await check();
    expect(findings).toContainEqual(
      expect.objectContaining({ row: 1, column: '类别', problem: 'no row of "areas" has this key', received: '"甲"' }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        row: 1,
        column: 'area',
        problem: 'an area of the level village',
        allowed: 'areas of the level county',
      }),
    );
  });

  it('finds unknown natures and those that the description leaves out', async () => {
    describeAnew((dataset) => {
      dataset['lantu:provenance'] = { nature: '类别' };
    });
    expect((await check()).findings).toMatchObject(Array(5).fill({ column: '类别', problem: 'an unknown code' }));
  });

  it('finds datasets without origin, nature or day', async () => {
    describeAnew((dataset) => {
      dataset['lantu:origins'] = [];
      dataset['lantu:natures'] = [];
      dataset['lantu:asOf'] = 'lately';
    });
    expect((await check()).findings).toMatchObject([
      { problem: expect.stringContaining('no origin') },
      { problem: expect.stringContaining('no nature') },
      { problem: 'lantu:asOf is no day', received: '"lately"' },
    ]);
  });

  it('warns of a sum that jumps by 10,000 between two years of a village, and fails with --strict', async () => {
    changeCell('收入', 2, 140);
    const result = await check();
    expect(result).toMatchObject({
      exitCode: 0,
      findings: [{ severity: 'warning', row: 3, column: '收入', received: '1400000 → 140' }],
    });
    expect(result.findings[0]?.problem).toContain('1/10000 of the value of row 2, the period before in "540528100201"');
    expect((await check('--strict')).exitCode).toBe(1);
  });

  it('warns of a measure without a unit', async () => {
    describeAnew(({ schema }, catalog) => {
      delete schema.fields[3]!['lantu:unit'];
      catalog['lantu:metrics'] = [];
    });
    expect((await check()).findings).toMatchObject([{ severity: 'warning', column: '收入' }]);
  });
});

describe('lantu', () => {
  it('explains itself, with examples and exit codes', async () => {
    for (const argv of [['--help'], ['data', '--help'], ['data', 'import', '--help'], ['data', 'check', '--help']]) {
      const { code, stdout } = await box.lantu(...argv);
      expect(code).toBe(0);
      expect(stdout).toContain('Usage: lantu');
    }
    expect((await box.lantu('data', 'import', '--help')).stdout).toMatch(/Examples:[\s\S]*Exit codes:/);
  });

  it('ends with 2 when it is called in a way it cannot be', async () => {
    for (const argv of [
      ['data', 'import'],
      ['data', 'check', 'built', '--nonsense'],
      ['date'],
      ['data', 'import', 'income.csv', '--dataset', 'Ä'],
    ]) {
      const { code, stderr } = await box.lantu(...argv);
      expect([argv, code]).toEqual([argv, 2]);
      expect(stderr).not.toBe('');
    }
  });
});
