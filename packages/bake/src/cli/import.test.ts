import { checkCatalog } from '@lantu/spec';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answered, keys, Sandbox } from '../../test/sandbox.ts';
import type { Mapping } from '../mapping/mapping.ts';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => {
  box.remove();
});

describe('lantu data import, first run', () => {
  it('proposes a mapping and writes nothing else', async () => {
    box.write('a.csv', 'year,visits\n2023,5\n2024,8\n');
    const { code, stdout } = await box.lantu('data', 'import', 'a.csv');
    expect(code).toBe(3);
    expect(box.list()).toEqual(['a.csv', 'a.mapping.json']);
    expect(stdout).toContain('1 year: period, year, period');
    expect(stdout).toContain('? Who produced these figures?');
    expect(box.readJson<Mapping>('a.mapping.json')).toMatchObject({
      version: 1,
      dataset: { name: 'a', nature: null, asOf: '2024-12-31', primaryKey: ['period'] },
      questions: [
        { key: 'nature', answer: null },
        { key: 'producer', answer: null },
      ],
    });
  });

  it('does not replace a mapping that someone may have edited, unless told to', async () => {
    box.write('a.csv', 'year,visits\n2023,5\n');
    box.write('a.mapping.json', 'mine');
    const { code, stderr } = await box.lantu('data', 'import', 'a.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('a.mapping.json exists already; choose another, or pass --force');
    expect(new TextDecoder().decode(box.read('a.mapping.json'))).toBe('mine');
    expect((await box.lantu('data', 'import', 'a.csv', '--force')).code).toBe(3);
  });

  it('prints nothing but JSON on stdout with --json, and progress on stderr', async () => {
    box.write('a.csv', 'year,visits\n2023,5\n');
    const { stdout, stderr } = await box.lantu('data', 'import', 'a.csv', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, exitCode: 3, rows: 1 });
    expect(stderr).toContain('reading a.csv');
  });
});

describe('lantu data import with a mapping', () => {
  it('writes the Arrow stream, its catalog and the areas that it refers to, and then says done', async () => {
    const areas = box.areas();
    box.write(
      'income.csv',
      '村,年份,集体经济收入（万元）\n白琼村,2023,140\n香木村,2023,86.35\n白琼村,2024,216\n香木村,2024,\n',
    );
    const { first, second } = await box.importWhole('income.csv', {}, '--areas', areas);
    expect(keys(first.questions)).toEqual(['nature', 'producer']);
    expect(first.notes).toContain(
      'column 3 集体经济收入(万元): numbers are multiplied by 10000 to give CNY'.replace('(万元)', '（万元）'),
    );
    expect(second).toMatchObject({ ok: true, exitCode: 0, rows: 4 });
    expect(box.builtRows('income').map((row) => [row['area'], row['period'], row['集体经济收入']])).toEqual([
      ['540528100201', 2023, 1_400_000],
      ['540528100205', 2023, 863_500],
      ['540528100201', 2024, 2_160_000],
      ['540528100205', 2024, null],
    ]);
    const catalog = checkCatalog(box.readJson('built/datapackage.json'), 'built');
    expect(catalog.resources.map((each) => each.name)).toEqual(['areas', 'income']);
    expect(catalog.resources[1]).toMatchObject({
      'lantu:natures': ['official'],
      'lantu:asOf': '2024-12-31',
      schema: { primaryKey: ['area', 'period'] },
    });
    expect(catalog['lantu:origins'].find((each) => each.id === 'income')).toMatchObject({
      producer: { 'zh-CN': '加查县统计局' },
    });
    expect(box.list()).toEqual(['areas', 'built', 'income.csv', 'income.mapping.json', 'mapping.json']);
  });

  it('writes no data while a question is open, and says which', async () => {
    box.write('a.csv', 'year,visits\n2023,5\n');
    const { mapping } = await box.report('a.csv');
    box.writeJson('mapping.json', answered(mapping, { producer: '' }));
    const { code, stdout } = await box.lantu('data', 'import', 'a.csv', '--mapping', 'mapping.json', '--out', 'built');
    expect(code).toBe(3);
    expect(stdout).toContain('? Who produced these figures?');
    expect(box.list()).not.toContain('built');
  });

  it('reports every bad cell by file, row and column with what is allowed, and writes no data', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `${1980 + index},${index % 5 === 4 ? 'viele' : index}`);
    box.write('a.csv', `year,visits\n${rows.join('\n')}\n`);
    const { mapping } = await box.report('a.csv');
    box.writeJson('mapping.json', answered(mapping));
    const { code, stdout } = await box.lantu(
      'data',
      'import',
      'a.csv',
      '--mapping',
      'mapping.json',
      '--out',
      'built',
      '--report',
      'all.json',
    );
    expect(code).toBe(1);
    expect(stdout).toContain(
      'a.csv, row 6, column 2 visits: no number; received "viele"; allowed a number, or a blank where it is missing',
    );
    expect(stdout).toContain('… and 3 more of this kind');
    expect(box.readJson<{ problems: unknown[] }>('all.json').problems).toHaveLength(8);
    expect(box.list()).not.toContain('built');
  });

  it('reports rows that repeat the primary key', async () => {
    box.write('a.csv', 'year,visits\n2023,5\n2024,6\n');
    const { mapping } = await box.report('a.csv');
    box.writeJson('mapping.json', answered(mapping));
    box.write('a.csv', 'year,visits\n2023,5\n\n2023,6\n');
    const second = await box.report('a.csv', '--mapping', 'mapping.json', '--out', 'built');
    expect(second).toMatchObject({
      exitCode: 1,
      problems: [{ row: 4, column: 'period', problem: 'the key of row 2 again' }],
    });
  });

  it('replaces a package only with --force, and then wholly', async () => {
    box.write('a.csv', 'year,visits\n2023,5\n');
    const { second } = await box.importWhole('a.csv');
    expect(second.ok).toBe(true);
    box.write('built/old.arrow', 'x');
    const refused = await box.lantu('data', 'import', 'a.csv', '--mapping', 'mapping.json', '--out', 'built');
    expect(refused).toMatchObject({ code: 2 });
    const { code } = await box.lantu(
      'data',
      'import',
      'a.csv',
      '--mapping',
      'mapping.json',
      '--out',
      'built',
      '--force',
    );
    expect(code).toBe(0);
    expect(() => box.read('built/old.arrow')).toThrow('ENOENT');
    expect(box.list().filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('names the columns of the mapping that the file lacks', async () => {
    box.write('a.csv', 'year,visits\n2023,5\n');
    const { mapping } = await box.report('a.csv');
    box.writeJson('mapping.json', answered(mapping));
    box.write('b.csv', 'year,guests\n2023,5\n');
    const { code, stderr } = await box.lantu('data', 'import', 'b.csv', '--mapping', 'mapping.json');
    expect(code).toBe(4);
    expect(stderr).toContain(
      'b.csv: the file lacks columns of the mapping; received "year", "guests"; allowed also "visits"',
    );
  });

  it('refuses a mapping that is none, naming the place', async () => {
    box.write('a.csv', 'year,visits\n2023,5\n');
    box.writeJson('mapping.json', { version: 2 });
    const { code, stderr } = await box.lantu('data', 'import', 'a.csv', '--mapping', 'mapping.json');
    expect(code).toBe(4);
    expect(stderr).toContain('mapping.json, at version');
  });
});
