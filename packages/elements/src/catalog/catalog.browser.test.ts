import { LantuError } from '@lantu/spec';
import { html, nothing, render } from 'lit';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { incomeBlueprint } from '../../test/income.ts';
import { found, heard } from '../../test/stand.ts';
import type { LantuChart } from '../chart/chart.ts';
import '../chart/chart.ts';
import type { LantuCatalog } from './catalog.ts';
import './catalog.ts';

const root = document.createElement('div');
root.lang = 'zh-CN';
document.body.append(root);

afterEach(() => {
  render(nothing, root);
});

const descriptor = {
  name: 'test',
  version: '1',
  'lantu:title': { 'zh-CN': '测试' },
  resources: [],
  'lantu:origins': [],
  'lantu:units': [],
  'lantu:dimensions': [],
  'lantu:metrics': [],
};

/** Answers every request for a catalog with what `responses` hold, in turn. */
function serve(...responses: (() => Response)[]) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    const next = responses.shift();
    if (!next) throw new TypeError('one request too many');
    return next();
  });
}

const found200 = () => new Response(JSON.stringify(descriptor));
const found404 = () => new Response('', { status: 404, statusText: 'Not Found' });

test('It is opened once for all the elements inside it and for those that name the same address.', async () => {
  const fetch = serve(found200);
  render(
    html`<lantu-catalog src="/one/datapackage.json">
        <lantu-chart .blueprint=${incomeBlueprint}></lantu-chart>
        <lantu-chart .blueprint=${incomeBlueprint}></lantu-chart>
      </lantu-catalog>
      <lantu-chart catalog="/one/datapackage.json" .blueprint=${incomeBlueprint}></lantu-chart>`,
    root,
  );
  const charts = [...root.querySelectorAll<LantuChart>('lantu-chart')];
  for (const chart of charts) {
    await expect.poll(() => chart.shadowRoot?.querySelector('[role="alert"]')?.textContent).toContain('"figures"');
  }
  expect(fetch.mock.calls.filter(([url]) => String(url).endsWith('/one/datapackage.json'))).toHaveLength(1);
});

test('It takes no room of its own.', async () => {
  serve(found200);
  render(html`<lantu-catalog src="/none/datapackage.json"></lantu-catalog>`, root);
  await found<LantuCatalog>(root, 'lantu-catalog').updateComplete;
  expect(getComputedStyle(found(root, 'lantu-catalog')).display).toBe('contents');
});

test('Where it cannot be opened it says so once, while what is inside waits; trying again goes on from there.', async () => {
  serve(found404, found200);
  const told = heard<LantuError>(root, 'lantu-error');
  render(
    html`<lantu-catalog src="/gone/datapackage.json"><lantu-chart .blueprint=${incomeBlueprint}></lantu-chart></lantu-catalog>`,
    root,
  );
  const error = (await told).detail;
  expect(error).toBeInstanceOf(LantuError);
  expect(error).toMatchObject({ code: 'catalog/missing', received: 'HTTP 404 Not Found' });
  const catalog = found<LantuCatalog>(root, 'lantu-catalog');
  await catalog.updateComplete;
  expect(found(catalog, '[role="alert"]').textContent).toContain('HTTP 404');

  const chart = found<LantuChart>(root, 'lantu-chart');
  expect(chart.shadowRoot!.querySelector('[role="alert"]')).toBeNull();
  await expect.poll(() => chart.shadowRoot!.querySelector('.loading')?.textContent).toContain('等待数据目录');

  await userEvent.click(found(catalog, 'button'));
  await expect.poll(() => catalog.shadowRoot!.querySelector('[role="alert"]')).toBeNull();
  await expect.poll(() => chart.shadowRoot!.querySelector('[role="alert"]')?.textContent).toContain('"figures"');
});

test('Two catalogs on a page each serve their own.', async () => {
  serve(found200, () => new Response('not JSON'));
  render(
    html`<lantu-catalog src="/a/datapackage.json"><lantu-chart .blueprint=${incomeBlueprint}></lantu-chart></lantu-catalog>
      <lantu-catalog src="/b/datapackage.json"></lantu-catalog>`,
    root,
  );
  const [first, second] = root.querySelectorAll<LantuCatalog>('lantu-catalog');
  await expect.poll(() => second!.shadowRoot!.querySelector('[role="alert"]')?.textContent).toContain('数据目录有误');
  expect(first!.shadowRoot!.querySelector('[role="alert"]')).toBeNull();
});

test('Another address is opened in place of the first, whose late answer no longer counts.', async () => {
  let answerFirst: (response: Response) => void = () => {};
  vi.spyOn(globalThis, 'fetch').mockImplementation((url) =>
    String(url).includes('/slow/') ? new Promise((resolve) => (answerFirst = resolve)) : Promise.resolve(found404()),
  );
  render(html`<lantu-catalog src="/slow/datapackage.json"></lantu-catalog>`, root);
  const catalog = found<LantuCatalog>(root, 'lantu-catalog');
  await catalog.updateComplete;
  catalog.src = '/fast/datapackage.json';
  await expect.poll(() => catalog.shadowRoot!.querySelector('[role="alert"]')?.textContent).toContain('/fast/');
  answerFirst(found200());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(found(catalog, '[role="alert"]').textContent).toContain('/fast/');
});
