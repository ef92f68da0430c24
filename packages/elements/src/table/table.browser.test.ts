import { html, nothing } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { incomeAnswer, incomeBlueprint } from '../../test/income.ts';
import { found, heard, stand } from '../../test/stand.ts';
import type { LantuTable } from './table.ts';
import './table.ts';

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
});

afterEach(() => {
  stand(nothing);
  document.documentElement.removeAttribute('lang');
});

async function drawnTable(columns?: string[]): Promise<LantuTable> {
  const chart = { type: 'table', ...(columns && { columns }) };
  const page = stand(html`<lantu-table .blueprint=${{ ...incomeBlueprint, chart }}></lantu-table>`);
  const table = page.find<LantuTable>('lantu-table');
  await expect.poll(() => page.connection.asked.length).toBe(1);
  const settled = Promise.race([heard(table, 'lantu-ready'), heard(table, 'lantu-error')]);
  page.connection.last.answer(incomeAnswer);
  await settled;
  return table;
}

const cellsOf = (table: LantuTable) =>
  [...found<HTMLTableElement>(table, 'table').rows].map((row) => [...row.cells].map((cell) => cell.textContent));

test('The answer is a table with caption and scoped headers, a row a row.', async () => {
  const table = await drawnTable();
  expect(cellsOf(table)).toEqual([
    ['年份', '集体经济收入'],
    ['2023年', '1,400,000元'],
    ['2024年', '2,160,000元'],
  ]);
  expect(found<HTMLTableElement>(table, 'table').caption!.textContent).toBe('社区集体经济收入：数据表');
  expect([...found<HTMLTableElement>(table, 'table').querySelectorAll('th')].map(({ scope }) => scope)).toEqual([
    'col',
    'col',
    'row',
    'row',
  ]);
});

test('The specification chooses columns and their order; a name that is none of them is an error.', async () => {
  expect(cellsOf(await drawnTable(['income', 'period']))[1]).toEqual(['1,400,000元', '2023年']);
  expect(found(await drawnTable(['place']), '[role="alert"]').textContent).toContain('"period", "income"');
});

test('Copying puts bare numbers with their sources on the clipboard and says so; where it is refused, that is said.', async () => {
  const write = vi
    .spyOn(navigator.clipboard, 'writeText')
    .mockResolvedValueOnce()
    .mockRejectedValueOnce(new Error('no'));
  const table = await drawnTable();
  const [copy] = table.shadowRoot!.querySelectorAll<HTMLButtonElement>('.table-actions button');
  const said = () => found(table, '[role="status"]').textContent;
  await userEvent.click(copy!);
  await expect.poll(said).toBe('已复制');
  expect(found(table, '.outcome').textContent).toBe('已复制');
  expect(write.mock.calls[0]![0]).toContain('2023年\t1400000\t');
  await userEvent.click(copy!);
  await expect.poll(said).toBe('未能复制，请手动选取后复制');
});

test('The download is a CSV file named after the blueprint.', async () => {
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const made = vi.spyOn(URL, 'createObjectURL');
  const table = await drawnTable();
  const [, download] = table.shadowRoot!.querySelectorAll<HTMLButtonElement>('.table-actions button');
  await userEvent.click(download!);
  await expect.poll(() => clicked.mock.contexts.length).toBe(1);
  expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toBe('community-income.csv');
  const file = made.mock.calls[0]![0] as Blob;
  expect(file.type).toBe('text/csv');
  expect(await file.text()).toContain('2024年,2160000,');
});
