import type { Answer, Blueprint } from '@lantu/spec';
import { formatter } from '@lantu/spec/locale';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { answer, blueprint, income, published, stateOf } from '../../../test/menu.ts';
import type { MenuState } from '../state.ts';
import { workbookOf } from './xlsx.ts';

async function written(more: Partial<MenuState> = {}, locale: 'zh-CN' | 'bo' | 'en' = 'en') {
  const bytes = await workbookOf(stateOf(more), formatter(locale));
  const { sheets, properties } = await readXlsx(bytes, { readStyles: true });
  const [data, about] = sheets;
  if (!data || !about || sheets.length !== 2) throw new Error(`two sheets, not ${sheets.length}`);
  return { data, about, properties };
}

/** An answer like the example’s, grouped otherwise. */
function by(column: Partial<Answer['columns'][number]>, values = column.values?.map(() => 1) ?? []): Answer {
  const [period] = answer.columns;
  return {
    ...answer,
    rowCount: values.length,
    columns: [{ ...period, ...column } as Answer['columns'][number], { ...income, values }],
    cells: {},
  };
}

test('Years and amounts are numbers, with their unit in the title; what is missing or inexact is said in words beside them.', async () => {
  const { data } = await written();
  expect(data.rows).toEqual([
    ['Year', 'Collective income (yuan)', 'Collective income (Notes)', 'Nature of the data'],
    [2023, 1_400_000, null, 'Simulated'],
    [2024, 2_160_000, 'more than 2,160,000 yuan', 'Simulated'],
    [2025, null, 'Withheld to protect privacy', 'Simulated'],
  ]);
  expect(data.cells?.get('1,0')?.style?.numFmt).toBe('0');
  expect(data.cells?.get('1,1')?.style?.numFmt).toBe('#,##0');
  expect(data.cells?.get('0,0')?.style?.font?.bold).toBe(true);
});

test('The titles and the names of the rows stay in sight, and columns are as wide as their texts, in every language.', async () => {
  for (const locale of ['zh-CN', 'bo', 'en'] as const) {
    const { data } = await written({}, locale);
    expect(data.freezePane).toMatchObject({ rows: 1, columns: 1 });
    const widths = data.columns?.map(({ width = 0 }) => width) ?? [];
    expect(widths).toHaveLength(4);
    for (const width of widths) expect(width).toBeGreaterThanOrEqual(9);
    expect(widths[1], locale).toBeGreaterThan(widths[0] ?? 0);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
  }
});

test('Months and days are dates, quarters words, numbers numbers, classes of numbers and coded values words.', async () => {
  const first = async (column: Partial<Answer['columns'][number]>) => {
    const { data } = await written({ answer: by(column) });
    return [data.rows[1]?.[0], data.cells?.get('1,0')?.style?.numFmt];
  };
  expect(await first({ grain: 'month', values: ['2024-03'] })).toEqual([new Date('2024-03-01T00:00:00Z'), 'yyyy-mm']);
  expect(await first({ grain: 'day', values: ['2024-03-05'] })).toEqual([
    new Date('2024-03-05T00:00:00Z'),
    'yyyy-mm-dd',
  ]);
  const [quarter] = await first({ grain: 'quarter', values: ['2024-Q1'] });
  expect(quarter).toBe(formatter('en').period('2024-Q1'));
  expect((await first({ type: 'number', values: [7] }))[0]).toBe(7);
  expect((await first({ type: 'number', binWidth: 10, values: [20] }))[0]).toBe('20–30');
  const labels = { a: { 'zh-CN': '甲', en: 'A-grade' } };
  expect((await first({ type: 'string', labels, values: ['a'] }))[0]).toBe('A-grade');
  expect((await first({ grain: 'year', values: [null] }))[0]).toBe('No data');
});

test('A ratio is a number that shows as a percentage, with the decimals it is published with.', async () => {
  const unit = { code: 'percent', title: { 'zh-CN': '%' }, kind: 'ratio' } as const;
  const share = { ...income, unit, decimals: 1, values: [0.543] };
  const { data } = await written({
    answer: { ...by({ values: ['2024'] }), columns: [by({ values: ['2024'] }).columns[0]!, share] },
  });
  expect(data.rows[0]?.[1]).toBe('Collective income');
  expect([data.rows[1]?.[1], data.cells?.get('1,1')?.style?.numFmt]).toEqual([0.543, '0.0%']);
});

test('The second sheet says what the data are and what they rest on, with the filters in force.', async () => {
  const { data, about, properties } = await written({
    ...published('https://example.gov.cn/widgets/village-income/'),
    settings: [{ value: '540528' }],
  });
  expect(data.rows.map((row) => row[3])).toEqual(['Filter', ...Array(3).fill('County: Gyaca')]);
  expect(properties?.title).toBe('Collective income of villages');
  expect(about.rows.map((row) => row.slice(0, 2))).toEqual([
    ['Title', 'Collective income of villages'],
    ['Subtitle', 'By year'],
    ['Notes', 'For demonstration only.'],
    ['Filter', 'County: Gyaca'],
    ['Nature of the data', 'Simulated'],
    ['', 'Simulated data, not real'],
    ['Status of the data', 'Normal and Withheld to protect privacy'],
    ['Data as of', new Date('2025-12-31T00:00:00Z')],
    ['Source', 'Lantu simulation, 2026'],
    ['', 'Published by: Lantu'],
    ['', 'Published: 5 January 2026'],
    ['Licence', 'CC-BY-4.0'],
    ['Address', 'https://example.gov.cn/widgets/village-income/en.html'],
  ]);
  expect(about.cells?.get('8,1')?.hyperlink?.target).toBe('https://example.org/simulation');
});

test('What looks like a formula is text, and what XML or a cell cannot hold does not break the file.', async () => {
  const hostile = [
    '=1+1',
    '+cmd',
    '-2+3',
    '@SUM(A1)',
    '=HYPERLINK("http://x")',
    '<b>&"',
    'a\u0000\ud800\uffff',
    '长'.repeat(40_000),
  ];
  const of = by({ type: 'string', values: hostile });
  const titled: Blueprint = { ...blueprint, title: { 'zh-CN': '=1+1' }, notes: { 'zh-CN': '=cmd|x' } };
  const evil = { ...answer.provenance.origins[0]!, url: 'javascript:alert(1)' };
  const { data, about } = await written({
    blueprint: titled,
    answer: { ...of, provenance: { ...of.provenance, origins: [evil] } },
  });
  for (const [row, text] of hostile.slice(0, 6).entries()) expect(data.rows[row + 1]?.[0]).toBe(text);
  expect(data.rows[7]?.[0]).toMatch(/^a/);
  expect(data.rows[8]?.[0]).toHaveLength(32_767);
  expect(about.rows[0]?.[1]).toBe('=1+1');
  const cells = [...(data.cells?.values() ?? []), ...(about.cells?.values() ?? [])];
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter((each) => each.formula !== undefined || each.type === 'formula')).toEqual([]);
  expect(cells.filter((each) => each.hyperlink?.target.startsWith('javascript'))).toEqual([]);
});

test('An answer without rows is a sheet of titles.', async () => {
  const { data } = await written({ answer: by({ values: [] }) });
  expect(data.rows).toEqual([['Year', 'Collective income (yuan)', 'Nature of the data']]);
});
