import { checkCatalog } from '@lantu/spec';
import { tableFromIPC } from 'apache-arrow';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answered, Sandbox, vegaFile } from '../../test/sandbox.ts';
import type { Mapping } from '../mapping/mapping.ts';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => {
  box.remove();
});

type Cells = (string | number | boolean | Date | null)[][];
const workbook = (...sheets: Parameters<typeof writeXlsx>[0]['sheets']) => writeXlsx({ sheets });
const sheet = (rows: Cells, name = '表1') => workbook({ name, rows });
const keys = (questions: Mapping['questions']) => questions.map((each) => each.key);
const column = (mapping: Mapping, header: string) => mapping.columns.find((each) => each.column === header);

/** Imports a file in two runs: the proposal, then with its questions answered. */
async function importWhole(file: string, answers: Record<string, string> = {}, ...options: string[]) {
  const first = await box.report(file, ...options);
  box.writeJson('mapping.json', answered(first.mapping, answers));
  const second = await box.report(file, '--mapping', 'mapping.json', '--out', 'built', ...options);
  return { first, second };
}

function builtRows(name: string): Record<string, unknown>[] {
  return tableFromIPC(box.read(`built/${name}.arrow`))
    .toArray()
    .map((row) => {
      const cells = row.toJSON() as Record<string, unknown>;
      return Object.fromEntries(
        Object.entries(cells).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
      );
    });
}

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
    const { first, second } = await importWhole('income.csv', {}, '--areas', areas);
    expect(keys(first.questions)).toEqual(['nature', 'producer']);
    expect(first.notes).toContain(
      'column 3 集体经济收入(万元): numbers are multiplied by 10000 to give CNY'.replace('(万元)', '（万元）'),
    );
    expect(second).toMatchObject({ ok: true, exitCode: 0, rows: 4 });
    expect(builtRows('income').map((row) => [row['area'], row['period'], row['集体经济收入']])).toEqual([
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
    const { second } = await importWhole('a.csv');
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
    expect(stderr).toContain('the mapping, at version');
  });
});

describe('units', () => {
  const money = async (header: string, values: (string | number)[]) => {
    box.write('m.xlsx', await sheet([['名称', header], ...values.map((value, index) => [`甲${index}`, value])]));
    return box.report('m.xlsx', '--force');
  };
  const money2 = async (header: string, values: (string | number)[], answers: Record<string, string>) => {
    const { mapping } = await money(header, values);
    box.writeJson('mapping.json', answered(mapping, answers));
    const second = await box.report('m.xlsx', '--mapping', 'mapping.json', '--out', 'built', '--force');
    return { second, values: second.ok ? builtRows('m').map((row) => Object.values(row)[1]) : [] };
  };

  it('asks when a column of 万元 holds numbers as large as 元', async () => {
    const { questions, exitCode } = await money('收入（万元）', [1_400_000, 860_000, 2_160_000]);
    expect(exitCode).toBe(3);
    const question = questions.find((each) => each.key === 'unit:收入');
    expect(question?.question).toContain('said to be in 万元 and are unusually large');
    expect(question?.choices?.map((each) => each.answer)).toEqual(['元', '万元', '亿元']);
    expect(question?.evidence?.[0]).toContain('from 860,000 (row 3) to 2,160,000 (row 4)');
  });

  it('takes the answer and not the header', async () => {
    const { values } = await money2('收入（万元）', [1_400_000, 860_000], { 'unit:收入': '元' });
    expect(values).toEqual([1_400_000, 860_000]);
  });

  it('asks when a column of 元 holds numbers as small as 万元', async () => {
    expect(keys((await money('收入（元）', [140, 86.5, 216])).questions)).toContain('unit:收入');
  });

  it('asks when nothing says the unit of money', async () => {
    const { questions, mapping } = await money('项目资金', [140, 86]);
    expect(keys(questions)).toContain('unit:项目资金');
    expect(column(mapping, '项目资金')).toMatchObject({ unit: 'CNY' });
    expect(column(mapping, '项目资金')).not.toHaveProperty('multiplier');
  });

  it('asks when numbers of two scales stand in one column, and can split them', async () => {
    const values = [140, 86, 1_400_000, 2_160_000];
    const { questions } = await money('收入（万元）', values);
    const question = questions.find((each) => each.key === 'unit:收入');
    expect(question?.evidence).toContainEqual('none between 140 (row 2) and 1,400,000 (row 4)');
    const split = question?.choices?.at(-1)?.answer ?? '';
    expect((await money2('收入（万元）', values, { 'unit:收入': split })).values).toEqual([
      1_400_000, 860_000, 1_400_000, 2_160_000,
    ]);
  });

  it('asks when cells name different units, and reads each by its own once told so', async () => {
    const values = ['140万元', '860000元', '２１６万元'];
    const { questions } = await money('收入', values);
    expect(keys(questions)).toContain('units-in-cells:收入');
    expect((await money2('收入', values, { 'units-in-cells:收入': 'as-written' })).values).toEqual([
      1_400_000, 860_000, 2_160_000,
    ]);
  });

  it('takes the unit that stands above the table', async () => {
    box.write(
      'm.xlsx',
      await sheet([
        ['2024年收支表', null],
        [null, '单位：万元'],
        ['名称', '收入'],
        ['甲', 140],
        ['乙', 86],
      ]),
    );
    const { mapping, questions } = await box.report('m.xlsx');
    expect(column(mapping, '收入')).toMatchObject({ unit: 'CNY', multiplier: 10_000 });
    expect(keys(questions)).not.toContain('unit:收入');
  });

  it('reads percentages by their sign, asks when they have none', async () => {
    expect((await money2('占比', ['54.3%', '１００％'], {})).values).toEqual([0.543, 1]);
    expect(keys((await money('占比', [0.5, 0.25])).questions)).toContain('unit:占比');
    expect((await money2('占比（%）', [54.3, 100], {})).values).toEqual([0.543, 1]);
  });

  it('keeps what is not exact about a number in a field of its own', async () => {
    await money2('产值（元）', ['300000余', '约500000', 7_275_000], {});
    expect(builtRows('m').map((row) => [row['产值'], row['产值_exactness']])).toEqual([
      [300_000, 'more-than'],
      [500_000, 'about'],
      [7_275_000, 'exact'],
    ]);
    expect(box.readJson('built/datapackage.json')).toMatchObject({
      resources: [{ 'lantu:provenance': { exactness: '产值_exactness' } }],
    });
  });
});

describe('areas', () => {
  const importAreas = (text: string) => {
    box.write('v.csv', text);
    return box.report('v.csv', '--areas', box.areas(), '--force');
  };

  it('are found by code, by name and by a name with another ending', async () => {
    const { mapping, notes, questions } = await importAreas(
      '村,户数\n白琼村,3\n奴巧村民委员会,4\n540528100205,5\n德吉社区,6\n香木,7\n',
    );
    expect(mapping.columns[0]).toMatchObject({ field: 'area', dimension: 'area', level: 'village' });
    expect(keys(questions)).toEqual(['nature', 'producer', 'as-of']);
    expect(notes.join()).toContain('白琼村 → 540528100201 白琼村委会');
  });

  it('that share a name are asked about with all of them, once', async () => {
    const { questions } = await importAreas('村,年份,户数\n扎西岗村,2023,3\n扎西岗村,2024,4\n白琼村,2023,5\n');
    expect(questions.filter((each) => each.key.startsWith('area:'))).toMatchObject([
      {
        key: 'area:area:扎西岗村',
        choices: [
          { answer: '540528101201', means: '山南市 加查县 安绕镇 扎西岗村' },
          { answer: '540529100201', means: '山南市 隆子县 隆子镇 扎西岗村' },
          { answer: 'missing' },
        ],
      },
    ]);
  });

  it('that share a name are told apart by their county, which is then left out', async () => {
    box.write('v.csv', '县,村,户数\n加查县,扎西岗村,3\n隆子,扎西岗村,4\n');
    const { second } = await importWhole('v.csv', {}, '--areas', box.areas());
    expect(second).toMatchObject({
      ok: true,
      mapping: { columns: [{ use: 'within', level: 'county' }, { use: 'field' }, {}] },
    });
    expect(builtRows('v').map((row) => row['area'])).toEqual(['540528101201', '540529100201']);
  });

  it('that nobody knows are asked about with the nearest', async () => {
    const { questions } = await importAreas('村,户数\n白穷村,3\n奴巧村,4\n香木村,5\n');
    const [question] = questions.filter((each) => each.key.startsWith('area:'));
    expect(question?.question).toContain('no area is called "白穷村"');
    expect(question?.choices?.map((each) => each.means)).toContain('山南市 加查县 加查镇 白琼村委会');
  });

  it('take a code as an answer, and refuse one that is none', async () => {
    const text = '村,户数\n白穷村,3\n奴巧村,4\n香木村,5\n';
    const { mapping } = await importAreas(text);
    const answer = async (code: string) => {
      box.writeJson('mapping.json', answered(mapping, { 'area:area:白穷村': code }));
      return box.report('v.csv', '--areas', 'areas', '--mapping', 'mapping.json', '--out', 'built');
    };
    expect(await answer('999999')).toMatchObject({ exitCode: 3 });
    expect(await answer('540481100201')).toMatchObject({ exitCode: 0 });
    expect(builtRows('v')[0]).toMatchObject({ area: '540481100201' });
  });

  it('of older lists are taken for their present codes, and said to be', async () => {
    const { notes, questions } = await importAreas('区划代码,户数\n540422100201,3\n540528000000,4\n540528100201,5\n');
    expect(questions.filter((each) => each.key.startsWith('area:'))).toEqual([]);
    expect(notes.join()).toContain('540422100201 → 540481100201 雪卡村');
  });

  it('of two levels in one column are asked about: totals, or figures of their own', async () => {
    const text = '地区,户数\n加查县,12\n白琼村,5\n奴巧村,7\n';
    expect(keys((await importAreas(text)).questions)).toContain('totals:area');
    const { second } = await importWhole('v.csv', { 'totals:area': 'totals' }, '--areas', 'areas', '--force');
    expect(second).toMatchObject({ ok: true, rows: 2 });
  });

  it('keep rows of totals where the mapping says so, and never let them bear on the unit', async () => {
    box.write('t.csv', '序号,名称,收入（万元）\n1,甲,5\n2,乙,7\n合计,,120000\n');
    const { mapping, questions, rows, problems } = await box.report('t.csv');
    expect([rows, keys(questions), problems]).toEqual([2, ['nature', 'producer', 'as-of'], []]);
    expect(column(mapping, '序号')).toMatchObject({ use: 'ignore' });
    box.writeJson('mapping.json', answered({ ...mapping, source: { ...mapping.source, totals: 'keep' } }));
    const kept = await box.report('t.csv', '--mapping', 'mapping.json', '--out', 'built');
    expect([kept.rows, keys(kept.questions)]).toEqual([3, ['unit:收入']]);
  });

  it('leave out rows of totals and say so', async () => {
    const { rows, notes } = await importAreas('村,户数\n白琼村,5\n奴巧村,7\n合　计,12\n');
    expect(rows).toBe(2);
    expect(notes).toContain('rows of totals left out: 4; "totals": "keep" in the mapping keeps them');
  });
});

describe('workbooks', () => {
  it('with several sheets ask which one', async () => {
    box.write(
      'w.xlsx',
      await workbook(
        {
          name: '2023',
          rows: [
            ['年份', '户数'],
            [2023, 1],
          ],
        },
        {
          name: '2024',
          rows: [
            ['年份', '户数'],
            [2024, 2],
          ],
        },
        { name: '空', rows: [] },
      ),
    );
    const { code, stdout } = await box.lantu('data', 'import', 'w.xlsx');
    expect(code).toBe(3);
    expect(stdout).toContain('--sheet "2023"  (2 rows)');
    expect(stdout).not.toContain('空');
    expect(box.list()).toEqual(['w.xlsx']);
    expect(await box.report('w.xlsx', '--sheet', '2024')).toMatchObject({ rows: 1, sheet: '2024' });
    const wrong = await box.lantu('data', 'import', 'w.xlsx', '--sheet', '2025', '--force');
    expect(wrong.code).toBe(4);
    expect(wrong.stderr).toContain('no such visible sheet; received "2025"; allowed "2023" (2 rows), "2024" (2 rows)');
  });

  it('with merged headers in two rows, titles, blank rows and notes give one header and the rows of data', async () => {
    const rows: Cells = [
      ['加查县村集体经济情况', null, null, null],
      ['地区', '2024年', null, '备注'],
      [null, '收入（万元）', '户数', null],
      ['甲', '乙', 1, 2],
      ['白琼村', 140, 35, null],
      [null, null, null, null],
      ['奴巧村', 'NA', '４２', '新'],
      ['香木村', 86, '/', null],
      ['注：本表为年报数。', null, null, null],
    ];
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
      { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
      { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
      { startRow: 1, startCol: 3, endRow: 2, endCol: 3 },
    ];
    box.write('w.xlsx', await workbook({ name: '表', rows, merges }));
    const { second, first } = await importWhole('w.xlsx', {}, '--areas', box.areas());
    expect(first.mapping.columns.map((each) => each.column)).toEqual([
      '地区',
      '2024年 / 收入（万元）',
      '2024年 / 户数',
      '备注',
    ]);
    expect(first.notes).toEqual(
      expect.arrayContaining([
        'row 4 only counts the columns and is left out',
        '1 blank row left out (row 6)',
        'row 9 is taken for a note: "注：本表为年报数。"',
      ]),
    );
    expect(second).toMatchObject({ ok: true, rows: 3 });
    expect(builtRows('w').map((row) => Object.values(row))).toEqual([
      ['540528100201', 1_400_000, 35, null],
      ['540528100202', null, 42, '新'],
      ['540528100205', 860_000, null, null],
    ]);
  });

  it('give merged cells of the data to every row they cover', async () => {
    const rows: Cells = [
      ['县', '村', '户数'],
      ['加查县', '扎西岗村', 1],
      [null, '白琼村', 2],
      ['隆子县', '扎西岗村', 3],
    ];
    box.write(
      'w.xlsx',
      await workbook({ name: '表', rows, merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }] }),
    );
    await importWhole('w.xlsx', {}, '--areas', box.areas());
    expect(builtRows('w').map((row) => row['area'])).toEqual(['540528101201', '540528100201', '540529100201']);
  });

  it('name bad cells by sheet, row and column', async () => {
    box.write(
      'w.xlsx',
      await sheet([
        ['年份', '户数'],
        [2021, 4],
        [2022, 5],
        [2023, 6],
        [2024, '很多'],
        [2025, 8],
      ]),
    );
    const { problems } = await box.report('w.xlsx');
    expect(problems).toMatchObject([
      { sheet: '表1', row: 5, column: 'B 户数', problem: 'no number', received: '"很多"' },
    ]);
  });

  it('give formulas their stored value, and refuse one that has none', async () => {
    const cells = new Map([
      ['1,1', { value: 12, formula: 'SUM(5,7)', formulaResult: 12 }],
      ['2,1', { value: null, formula: 'SUM(6,7)' }],
    ]);
    box.write(
      'w.xlsx',
      await workbook({
        name: '表',
        rows: [
          ['年份', '户数'],
          [2023, null],
          [2024, null],
        ],
        cells,
      }),
    );
    const { problems } = await box.report('w.xlsx');
    expect(problems).toMatchObject([
      { row: 3, column: 'B 户数', problem: 'a formula without a stored value', received: '"=SUM(6,7)"' },
    ]);
  });

  it('keep the percentages that they show', async () => {
    const cells = new Map([
      ['1,1', { value: 0.5, style: { numFmt: '0.0%' } }],
      ['2,1', { value: 1, style: { numFmt: '0.0%' } }],
    ]);
    box.write(
      'w.xlsx',
      await workbook({
        name: '表',
        rows: [
          ['年份', '占比'],
          [2023, 0.5],
          [2024, 1],
        ],
        cells,
      }),
    );
    await importWhole('w.xlsx');
    expect(builtRows('w').map((row) => row['占比'])).toEqual([0.5, 1]);
  });

  it('of 100,000 rows are imported', { timeout: 120_000 }, async () => {
    const rows: Cells = [['编码', '日期', '金额（元）']];
    for (let index = 0; index < 100_000; index++)
      rows.push([`A${index}`, new Date(Date.UTC(2024, index % 12, 1)), 10_000 + index]);
    box.write('big.xlsx', await sheet(rows));
    const { second } = await importWhole('big.xlsx');
    expect(second).toMatchObject({ ok: true, rows: 100_000 });
    expect(builtRows('big').at(-1)).toMatchObject({ 金额: 109_999 });
  });

  it('that are damaged or something else are refused with the reason', async () => {
    const whole = await sheet([['年份'], [2023]]);
    box.write('cut.xlsx', whole.slice(0, whole.length / 2));
    box.write('text.xlsx', 'hello');
    const cut = await box.lantu('data', 'import', 'cut.xlsx');
    expect(cut.code).toBe(4);
    expect(cut.stderr).toContain('cut.xlsx: the workbook cannot be read; received');
    expect((await box.lantu('data', 'import', 'text.xlsx')).stderr).toContain(
      'text.xlsx: the file is not what its name says',
    );
  });
});

describe('text files', () => {
  it('in GB18030 and in UTF-8 with a byte order mark are read', async () => {
    const gb18030 = [
      0xc4, 0xea, 0xb7, 0xdd, 0x2c, 0xbb, 0xa7, 0xca, 0xfd, 0x0a, 0x32, 0x30, 0x32, 0x34, 0x2c, 0x33, 0x0a,
    ];
    box.write('g.csv', Uint8Array.from(gb18030));
    const gb = await box.report('g.csv');
    expect(gb.mapping.columns.map((each) => each.column)).toEqual(['年份', '户数']);
    expect(gb.notes).toContain('decoded as GB18030');
    box.write('u.csv', '\ufeff年份;户数\r\n2024;3\r\n');
    expect((await box.report('u.csv')).mapping.columns.map((each) => each.column)).toEqual(['年份', '户数']);
  });

  it('say the line of a quote that is not closed', async () => {
    box.write('q.csv', 'a,b\n"x\ny",1\n"z,2\n');
    const { code, stderr } = await box.lantu('data', 'import', 'q.csv');
    expect(code).toBe(4);
    expect(stderr).toContain('q.csv, row 4: a quote that is not closed or stands inside a cell; received "\\"z,2"');
  });

  it('without a header are refused, unless told where it is', async () => {
    box.write('n.csv', '2023,5\n2024,6\n');
    const { code, stderr } = await box.lantu('data', 'import', 'n.csv');
    expect(code).toBe(4);
    expect(stderr).toContain('n.csv: no header found');
    expect((await box.lantu('data', 'import', 'n.csv', '--header-row', '0')).code).toBe(2);
    expect((await box.report('n.csv', '--header-row', '1')).rows).toBe(1);
  });

  it('write dates in many ways, and are asked about when month and day could be either', async () => {
    box.write('d.csv', '日期,x\n2024年3月15日,1\n2024-03-16,2\n2024/3/17,3\n２０２４．３．１８,4\n');
    await importWhole('d.csv');
    expect(builtRows('d').map((row) => new Date(Number(row['period'])).toISOString().slice(0, 10))).toEqual([
      '2024-03-15',
      '2024-03-16',
      '2024-03-17',
      '2024-03-18',
    ]);
    box.write('e.csv', 'date,x\n03/04/2024,1\n05/06/2024,2\n');
    expect(keys((await box.report('e.csv')).questions)).toContain('date-order:period');
    box.write('f.csv', 'date,x\n03/04/2024,1\n25/06/2024,2\n');
    expect(keys((await box.report('f.csv')).questions)).not.toContain('date-order:period');
  });
});

describe('files that nobody here made (vega-datasets)', () => {
  it.each([
    ['stocks.csv', 560, { symbol: 'string', period: 'date', price: 'number' }],
    ['us-employment.csv', 120, { period: 'yearmonth', nonfarm: 'integer' }],
    ['iowa-electricity.csv', 51, { period: 'year', net_generation: 'integer' }],
    ['zipcodes.csv', 42_049, { zip_code: 'string', latitude: 'number' }],
    ['seattle-weather-hourly-normals.csv', 8759, { date: 'string', pressure: 'number' }],
    ['unemployment.tsv', 3218, { id: 'integer', rate: 'number' }],
    ['cars.json', 406, { period: 'year', cylinders: 'integer' }],
    ['flights-200k.arrow', 200_000, { delay: 'integer', time: 'number' }],
  ])('%s has the right types and every row', { timeout: 60_000 }, async (file, rows, types) => {
    box.write(file, vegaFile(file));
    const { first, second } = await importWhole(file);
    expect(first.problems).toEqual([]);
    expect(Object.fromEntries(first.mapping.columns.map(({ field, type }) => [field, type]))).toMatchObject(types);
    expect(second).toMatchObject({ ok: true, rows });
  });

  it('a topology is no table', async () => {
    box.write('us-10m.json', vegaFile('us-10m.json'));
    const { code, stderr } = await box.lantu('data', 'import', 'us-10m.json');
    expect(code).toBe(4);
    expect(stderr).toContain('us-10m.json: the JSON is no table');
  });
});
