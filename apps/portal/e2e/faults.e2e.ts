import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { expect } from 'vitest';
import { STRICT_CSP } from '../../../tools/serve.mjs';
import { BUILT, test, type Visit } from './site.ts';
import { answered, partText, problemOf, widget } from './widgets.ts';

const CATALOG = '/data/datapackage.json';
const FIGURES = '/data/figures.arrow';
const INCOME = '/blueprints/community-income.json';

const file = (path: string) => readFileSync(`${BUILT}${path}`);

/** Answers requests for `path` in place of the server. */
function at(path: string, answer: RequestListener): RequestListener {
  return (request, response) => {
    if (request.url?.split('?')[0] === path) answer(request, response);
  };
}

const notFound: RequestListener = (_, response) => {
  response.statusCode = 404;
  response.end();
};

const income = ({ page }: Visit) => widget(page, 'community-income');

/** The fault stays where it is: the page's own controls work and another dataset's chart has its answer. */
async function expectTheRestToWork({ page }: Visit): Promise<void> {
  await answered(page, 'villages-by-prefecture');
  expect(await partText(widget(page, 'villages-by-prefecture'), 'summary')).toContain('1,693');
  await expectThePageToWork({ page });
}

async function expectThePageToWork({ page }: Pick<Visit, 'page'>): Promise<void> {
  await page.locator('.languages a[hreflang="en"]').click();
  expect(await page.locator('h2').first().textContent()).toBe('Collective income');
}

test('a catalog that is missing is told once, with its address and the server’s answer', async ({ visit }) => {
  const visited = await visit({ before: at(CATALOG, notFound) });
  const problem = await problemOf(visited.page.locator('lantu-catalog'));
  expect(problem).toContain(CATALOG);
  expect(problem).toContain('HTTP 404');
  await expectThePageToWork(visited);
});

test('a dataset that the server does not have', async ({ visit }) => {
  const visited = await visit({ before: at(FIGURES, notFound) });
  const problem = await problemOf(income(visited));
  expect(problem).toContain(FIGURES);
  expect(problem).toContain('HTTP 404');
  await expectTheRestToWork(visited);
});

test('a dataset whose end is missing', async ({ visit }) => {
  const whole = file(FIGURES);
  const before = at(FIGURES, (_, response) => response.end(whole.subarray(0, whole.length / 2)));
  const visited = await visit({ before });
  expect(await problemOf(income(visited))).toMatch(new RegExp(`${whole.length} bytes`));
  await expectTheRestToWork(visited);
});

test('a dataset with a flipped byte', async ({ visit }) => {
  const flipped = Buffer.from(file(FIGURES));
  flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 0xff, flipped.length >> 1);
  const visited = await visit({ before: at(FIGURES, (_, response) => response.end(flipped)) });
  expect(await problemOf(income(visited))).toContain('sha256:');
  await expectTheRestToWork(visited);
});

test('a dataset that lacks a field of the catalog', async ({ visit }) => {
  const catalog = JSON.parse(file(CATALOG).toString());
  const figures = catalog.resources.find((each: { name: string }) => each.name === 'figures');
  figures.schema.fields.push({ name: 'surveyor', type: 'string', 'lantu:role': 'attribute' });
  const visited = await visit({ before: at(CATALOG, (_, response) => response.end(JSON.stringify(catalog))) });
  expect(await problemOf(income(visited))).toContain('"surveyor"');
  await expectTheRestToWork(visited);
});

test('a blueprint that asks for a metric that there is not', async ({ visit }) => {
  const blueprint = JSON.parse(file(INCOME).toString());
  blueprint.query.metrics[0].metric = 'figures.colective-income';
  const visited = await visit({ before: at(INCOME, (_, response) => response.end(JSON.stringify(blueprint))) });
  const problem = await problemOf(income(visited));
  expect(problem).toContain('figures.colective-income');
  expect(problem).toContain('figures.collective-income');
  await answered(visited.page, 'community-income-latest');
  await expectTheRestToWork(visited);
});

test('a Content Security Policy that forbids WebAssembly', async ({ visit }) => {
  const visited = await visit({ csp: STRICT_CSP.replace(" 'wasm-unsafe-eval'", '') });
  expect(await problemOf(income(visited))).toContain("'wasm-unsafe-eval'");
  await expectThePageToWork(visited);
});

test('a network that is lost in mid-download, and works again when the reader tries again', async ({ visit }) => {
  let lost = true;
  const before = at(FIGURES, (_, response) => {
    if (!lost) return;
    const whole = file(FIGURES);
    response.setHeader('Content-Length', whole.length);
    response.write(whole.subarray(0, 4096), () => response.destroy());
  });
  const visited = await visit({ before });
  expect(await problemOf(income(visited))).toContain(FIGURES);
  await expectTheRestToWork(visited);

  lost = false;
  await income(visited).locator('[part="button"]').first().click();
  await answered(visited.page, 'community-income');
  expect(await partText(income(visited), 'summary')).toContain('2.16 million yuan');
});

test('a worker that is killed in the middle of a query is replaced, and every figure comes', async ({ visit }) => {
  const { page } = await visit({ script: killWorkerInItsFirstQuery });
  await answered(page);
  expect(await page.evaluate(() => Reflect.get(window, 'killedAt'))).toBe('START_PENDING_QUERY');
  expect(await partText(widget(page, 'community-income'), 'summary')).toContain('2024年216万元');
  expect(await page.locator('[part="error"]').count()).toBe(0);
});

/** Runs in the page. A worker that is terminated tells nobody, like one whose process dies. */
function killWorkerInItsFirstQuery(): void {
  const post = Worker.prototype.postMessage as (this: Worker, ...args: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
    post.apply(this, args);
    const type = (args[0] as { readonly type?: unknown }).type;
    if (Reflect.has(window, 'killedAt') || type !== 'START_PENDING_QUERY') return;
    Object.assign(window, { killedAt: type });
    this.terminate();
  };
}
