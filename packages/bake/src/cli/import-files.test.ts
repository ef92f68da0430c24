import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cells, keys, Sandbox, sheet, vegaFile, workbook } from '../../test/sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => {
  box.remove();
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
    const { second, first } = await box.importWhole('w.xlsx', {}, '--areas', box.areas());
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
    expect(box.builtRows('w').map((row) => Object.values(row))).toEqual([
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
    await box.importWhole('w.xlsx', {}, '--areas', box.areas());
    expect(box.builtRows('w').map((row) => row['area'])).toEqual(['540528101201', '540528100201', '540529100201']);
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
    await box.importWhole('w.xlsx');
    expect(box.builtRows('w').map((row) => row['占比'])).toEqual([0.5, 1]);
  });

  it('of 100,000 rows are imported', { timeout: 120_000 }, async () => {
    const rows: Cells = [['编码', '日期', '金额（元）']];
    for (let index = 0; index < 100_000; index++)
      rows.push([`A${index}`, new Date(Date.UTC(2024, index % 12, 1)), 10_000 + index]);
    box.write('big.xlsx', await sheet(rows));
    const { second } = await box.importWhole('big.xlsx');
    expect(second).toMatchObject({ ok: true, rows: 100_000 });
    expect(box.builtRows('big').at(-1)).toMatchObject({ 金额: 109_999 });
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
    await box.importWhole('d.csv');
    expect(box.builtRows('d').map((row) => new Date(Number(row['period'])).toISOString().slice(0, 10))).toEqual([
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
    const { first, second } = await box.importWhole(file);
    expect(first.problems).toEqual([]);
    expect(Object.fromEntries(first.mapping.columns.map(({ field, type }) => [field, type]))).toMatchObject(types);
    expect(second).toMatchObject({ ok: true, rows });
  });

  it('the time of the rows is the column that says so, not the first date', async () => {
    box.write('r.csv', 'reported_on,period,x\n2024-02-03,2023,1\n2025-02-03,2024,2\n');
    const { mapping } = await box.report('r.csv');
    expect(mapping.columns.map(({ field, type }) => [field, type])).toEqual([
      ['reported_on', 'date'],
      ['period', 'year'],
      ['x', 'integer'],
    ]);
  });

  it('a topology is no table', async () => {
    box.write('us-10m.json', vegaFile('us-10m.json'));
    const { code, stderr } = await box.lantu('data', 'import', 'us-10m.json');
    expect(code).toBe(4);
    expect(stderr).toContain('us-10m.json: the JSON is no table');
  });
});
