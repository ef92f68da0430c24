import { html, nothing } from 'lit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { incomeAnswer, incomeBlueprint } from '../../test/income.ts';
import { found, stand } from '../../test/stand.ts';
import type { LantuChart } from '../chart/chart.ts';
import '../chart/chart.ts';

beforeEach(() => {
  document.documentElement.lang = 'zh-CN';
});

afterEach(() => {
  stand(nothing);
  document.documentElement.removeAttribute('lang');
});

function withStill(lang: string) {
  const page = stand(
    html`<lantu-chart .blueprint=${incomeBlueprint}><p lang=${lang} id="still">2024年：216万元</p></lantu-chart>`,
  );
  return { ...page, chart: page.find<LantuChart>('lantu-chart'), isShown: () => page.find('#still').offsetHeight > 0 };
}

test('What stands inside is shown until there is an answer.', async () => {
  const { chart, connection, isShown } = withStill('zh-CN');
  await expect.poll(() => connection.asked.length).toBe(1);
  await chart.updateComplete;
  expect(isShown()).toBe(true);
  connection.last.options.onProgress?.({ state: 'running' });
  await chart.updateComplete;
  expect(found(chart, '[part="loading"]').textContent).toBe('正在查询');

  connection.last.answer(incomeAnswer);
  await expect.poll(() => chart.answeredBy).toBeDefined();
  expect(isShown()).toBe(false);
});

test('It gives way to the reason why there is no answer.', async () => {
  const { chart, connection, isShown } = withStill('zh-CN');
  await expect.poll(() => connection.asked.length).toBe(1);
  connection.last.fail(new Error('no'));
  await expect.poll(() => chart.shadowRoot!.querySelector('[role="alert"]')).not.toBeNull();
  expect(isShown()).toBe(false);
});

test('Written in another language than the reader’s it is not shown: the element waits as if it were empty.', async () => {
  const { chart, connection, isShown } = withStill('en');
  await expect.poll(() => connection.asked.length).toBe(1);
  await chart.updateComplete;
  expect(isShown()).toBe(false);
  expect(found(chart, '.title').textContent).toContain('社区集体经济收入');
});
