import type { Answer } from '@lantu/spec';
import { html, nothing } from 'lit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { incomeAnswer, incomeBlueprint, withValues } from '../../test/income.ts';
import { found, heard, stand, textOf } from '../../test/stand.ts';
import type { LantuKpi } from './kpi.ts';
import './kpi.ts';

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
});

afterEach(() => {
  stand(nothing);
  document.documentElement.removeAttribute('lang');
});

const blueprint = { ...incomeBlueprint, chart: { type: 'kpi' } };

async function drawnKpi(answer: Answer): Promise<LantuKpi> {
  const page = stand(html`<lantu-kpi .blueprint=${blueprint}></lantu-kpi>`);
  const kpi = page.find<LantuKpi>('lantu-kpi');
  await expect.poll(() => page.connection.asked.length).toBe(1);
  const ready = heard(kpi, 'lantu-ready');
  page.connection.last.answer(answer);
  await ready;
  return kpi;
}

const partOf = (kpi: LantuKpi, part: string) =>
  found<Element>(kpi, `[part="${part}"]`).textContent.replace(/\s+/g, ' ').trim();

test('The latest value stands large, its unit apart, with period, change in words and signed percentage, and small series.', async () => {
  const kpi = await drawnKpi(incomeAnswer);
  expect(partOf(kpi, 'number')).toBe('216');
  expect(partOf(kpi, 'unit')).toBe('万元');
  expect(partOf(kpi, 'period')).toBe('2024年');
  expect(partOf(kpi, 'change')).toBe('▲ +54.3% 较2023年增长54.3%');
  expect(found<Element>(kpi, 'svg[part="series"]').getAttribute('aria-hidden')).toBe('true');
});

test('A fall has its own arrow, words and sign; no change has neither arrow nor percentage.', async () => {
  expect(partOf(await drawnKpi(withValues([200, 150])), 'change')).toBe('▼ −25% 较2023年下降25%');
  expect(partOf(await drawnKpi(withValues([200, 200])), 'change')).toBe('与2023年持平');
});

test('From zero there is no percentage: the difference is said.', async () => {
  expect(partOf(await drawnKpi(withValues([0, 150])), 'change')).toBe('较2023年增加150元');
});

test('What is good and what is bad is told by the metric, not by the direction.', async () => {
  const [period, income] = incomeAnswer.columns;
  const less = { ...incomeAnswer, columns: [period, { ...income, better: 'less' }] as never };
  expect(found<Element>(await drawnKpi(less), '.signed').className).toContain('bad');
  expect(found<Element>(await drawnKpi(incomeAnswer), '.signed').className).toContain('good');
});

test('A value that is not exact is never shown bare.', async () => {
  const [, income] = incomeAnswer.columns;
  const cell = { ...incomeAnswer.cells!['income']![0]!, exactness: 'more-than' as const };
  const answer = {
    ...incomeAnswer,
    rowCount: 1,
    columns: [
      { ...income, values: [300], unit: { code: 'village', title: { 'zh-CN': '个' }, kind: 'count' } },
    ] as never,
    cells: { income: [cell] },
  };
  expect(partOf(await drawnKpi(answer), 'value')).toBe('超过300个');
});

test('A single number has no change, no series and no table.', async () => {
  const kpi = await drawnKpi(withValues([140]));
  expect(kpi.shadowRoot!.querySelectorAll('[part="change"], [part="series"], [part="data"]')).toHaveLength(0);
});

test('A missing number says why, where the data say.', async () => {
  const answer = withValues([100, null]);
  expect(partOf(await drawnKpi(answer), 'value')).toBe('无数据');
  const cells = answer.cells!['income']!.map((cell) => ({ ...cell, statuses: ['Q'] as const }));
  expect(partOf(await drawnKpi({ ...answer, cells: { income: cells } }), 'value')).toBe('为保护个人信息不予公布');
});

test('Simulated numbers say so, and mixed ones that they are mixed.', async () => {
  const natures = (...all: Answer['provenance']['natures'][number][]) => ({
    ...incomeAnswer,
    provenance: { ...incomeAnswer.provenance, natures: all },
  });
  expect(partOf(await drawnKpi(natures('simulated')), 'simulated')).toBe('模拟数据，并非真实情况');
  expect(partOf(await drawnKpi(natures('official', 'simulated')), 'simulated')).toBe('含模拟数据，并非全部真实');
});

test('Its sources are one interaction away.', async () => {
  const kpi = await drawnKpi(incomeAnswer);
  expect(found<HTMLDetailsElement>(kpi, '[part="sources"]').open).toBe(false);
  expect(textOf(kpi)).toContain('2024年攀升至216万元');
});

test('In English the unit follows the number, in Tibetan it goes before.', async () => {
  document.documentElement.lang = 'en';
  expect(partOf(await drawnKpi(incomeAnswer), 'value')).toBe('2.16 million yuan');
  document.documentElement.lang = 'bo';
  const kpi = await drawnKpi(incomeAnswer);
  expect(partOf(kpi, 'value')).toMatch(/216$/);
});

test('A blueprint of another type is refused, its numbers still in the table.', async () => {
  const page = stand(html`<lantu-kpi .blueprint=${incomeBlueprint}></lantu-kpi>`);
  const kpi = page.find<LantuKpi>('lantu-kpi');
  await expect.poll(() => page.connection.asked.length).toBe(1);
  const told = heard(kpi, 'lantu-error');
  page.connection.last.answer(incomeAnswer);
  expect((await told).detail).toMatchObject({ code: 'chart/unsuited', received: '"bar"', allowed: '"kpi"' });
  expect(found(kpi, 'table').textContent).toContain('2,160,000元');
});
