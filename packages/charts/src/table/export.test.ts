import { formatter } from '@lantu/spec/locale';
import { expect, test } from 'vitest';
import { incomeAnswer } from '../../test/income.ts';
import { csvOf, exportGrid, tsvOf } from './export.ts';

const zh = formatter('zh-CN');

test('Numbers are bare, their unit is in the title, and each row carries its nature, source and date.', () => {
  expect(exportGrid(incomeAnswer(), zh)).toEqual([
    ['年份', '集体经济收入（元）', '数据性质', '来源'],
    ['2023年', '1400000', '转录', '来源：《一张蓝图绘到底》。数据截至2025年12月31日。'],
    ['2024年', '2160000', '转录', '来源：《一张蓝图绘到底》。数据截至2025年12月31日。'],
  ]);
});

test('A number that is not exact is said in full beside it; one that is missing is empty.', () => {
  const grid = exportGrid(incomeAnswer([300, null], [{ exactness: 'more-than' }, { statuses: ['Q'] }]), zh);
  expect(grid.map((row) => row.slice(0, 3))).toEqual([
    ['年份', '集体经济收入（元）', '集体经济收入（说明）'],
    ['2023年', '300', '超过300元'],
    ['2024年', '', '为保护个人信息不予公布'],
  ]);
});

test('What the answer was narrowed to is in each row; where nothing was, there is no column for it.', () => {
  const grid = exportGrid(incomeAnswer(), zh, ['县：加查县', '年份：2023年起']);
  expect(grid.map((row) => row[2])).toEqual(['筛选', '县：加查县和年份：2023年起', '县：加查县和年份：2023年起']);
  expect(exportGrid(incomeAnswer(), zh, [])).toEqual(exportGrid(incomeAnswer(), zh));
});

test('Simulated rows say so in the file, also where the answer knows its nature only as a whole.', () => {
  const { cells: _, ...rest } = incomeAnswer();
  const grid = exportGrid({ ...rest, provenance: { ...rest.provenance, natures: ['simulated'] } }, zh);
  expect(grid.slice(1).map((row) => row[2])).toEqual(['模拟', '模拟']);
});

test('CSV quotes what it must, and begins with a byte order mark.', () => {
  expect(csvOf([['a,b', 'say "x"', 'two\nlines', 'plain']])).toBe('\uFEFF"a,b","say ""x""","two\nlines",plain\r\n');
});

test('Text that a spreadsheet would run is defused; numbers, also negative ones, stay numbers.', () => {
  expect(csvOf([['=1+1', '+x', '@SUM(A1)', '-2+3', '-12.5', '1e-7', '-1.5e+21']])).toBe(
    "\uFEFF'=1+1,'+x,'@SUM(A1),'-2+3,-12.5,1e-7,-1.5e+21\r\n",
  );
});

test('For the clipboard no cell breaks out of its place.', () => {
  expect(
    tsvOf([
      ['a\tb', 'c\r\nd'],
      ['1', '=2'],
    ]),
  ).toBe("a b\tc d\n1\t'=2");
});
