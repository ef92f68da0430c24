import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { describe, expect } from 'vitest';
import { STRICT_CSP } from '../../../tools/serve.mjs';
import { BUILT, test, type Visit, type VisitOptions } from './site.ts';
import { answered, answeredBy, choose, partText, problemOf, widget } from './widgets.ts';

const CATALOG = '/data/datapackage.json';
const DATA = '/data/collective-income.arrow';
const INCOME = '/widgets/community-income/widget.json';

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

const textOf =
  (change: (text: string) => string, path: string): RequestListener =>
  (_, response) =>
    response.end(change(file(path).toString()));

const income = ({ page }: Visit) => widget(page, 'community-income');

/** The fault stays where it is: the page's own controls work and other widgets have their answers. */
async function expectTheRestToWork({ page }: Visit): Promise<void> {
  await answered(page, 'villages-by-prefecture');
  expect(await partText(widget(page, 'villages-by-prefecture'), 'summary')).toContain('1,693');
  await page.locator('.languages a[hreflang="en"]').click();
  expect(await page.locator('h2').first().textContent()).toBe('Collective income');
}

describe('a widget’s document', () => {
  test('that is missing is told with its address and the server’s answer, below what the page has without it', async ({
    visit,
  }) => {
    const visited = await visit({ before: at(INCOME, notFound) });
    const problem = await problemOf(income(visited));
    expect(problem).toContain(INCOME);
    expect(problem).toContain('HTTP 404');
    expect(await income(visited).locator('> *').first().isVisible()).toBe(true);
    await expectTheRestToWork(visited);
  });

  test('whose end is missing', async ({ visit }) => {
    const half = textOf((text) => text.slice(0, text.length / 2), INCOME);
    const visited = await visit({ before: at(INCOME, half) });
    expect(await problemOf(income(visited))).toContain(INCOME);
    await expectTheRestToWork(visited);
  });

  test('of a format that the loader cannot read', async ({ visit }) => {
    const later = textOf((text) => JSON.stringify({ ...JSON.parse(text), lantu: 2 }), INCOME);
    const visited = await visit({ before: at(INCOME, later) });
    expect(await problemOf(income(visited))).toMatch(/2/);
    await expectTheRestToWork(visited);
  });

  test('comes when the reader tries again', async ({ visit }) => {
    let lost = true;
    const visited = await visit({ before: at(INCOME, (...request) => lost && notFound(...request)) });
    await problemOf(income(visited));
    lost = false;
    await income(visited).locator('[part="button"]').first().click();
    await answered(visited.page, 'community-income');
    expect(await partText(income(visited), 'summary')).toContain('2024年216万元');
  });
});

describe('a widget’s near places', () => {
  const kinds = ({ page }: Visit) => widget(page, 'simulated-income-kinds');
  const [version = ''] = JSON.parse(file('/widgets/simulated-income-kinds/widget.json').toString()).folder.match(
    /[0-9a-f]{16}/,
  );
  const near = `/widgets/simulated-income-kinds/${version}/near.json`;

  test.for<[string, RequestListener, RegExp]>([
    ['that are missing', notFound, /HTTP 404/],
    ['that are others than those published', textOf((text) => text.replace(/\d(?=\D*$)/, '9'), near), /sha384-/],
  ])('%s are told where the filter was set, and what was shown stays', async ([, answer, words], { visit }) => {
    const visited = await visit({ before: at(near, answer) });
    await answered(visited.page, 'simulated-income-kinds');
    const before = await partText(kinds(visited), 'summary');
    await choose(kinds(visited), '拉萨市');
    const problem = await problemOf(kinds(visited));
    expect(problem).toContain(near);
    expect(problem).toMatch(words);
    expect(await partText(kinds(visited), 'summary')).toBe(before);
    await expectTheRestToWork(visited);
  });
});

describe('the engine, which a filter needs,', () => {
  const spread = ({ page }: Visit) => widget(page, 'simulated-income-spread');

  /** Sets the filter that nothing but the engine answers. */
  async function asked(visit: (options: VisitOptions) => Promise<Visit>, options: VisitOptions): Promise<Visit> {
    const visited = await visit(options);
    await answered(visited.page, 'simulated-income-spread');
    await choose(spread(visited), '城关区');
    return visited;
  }

  test('finds no catalog', async ({ visit }) => {
    const visited = await asked(visit, { before: at(CATALOG, notFound) });
    const problem = await problemOf(spread(visited));
    expect(problem).toContain(CATALOG);
    expect(problem).toContain('HTTP 404');
    await expectTheRestToWork(visited);
  });

  test('finds no dataset', async ({ visit }) => {
    const visited = await asked(visit, { before: at(DATA, notFound) });
    const problem = await problemOf(spread(visited));
    expect(problem).toContain(DATA);
    expect(problem).toContain('HTTP 404');
    await expectTheRestToWork(visited);
  });

  test('is given a dataset whose end is missing', async ({ visit }) => {
    const whole = file(DATA);
    const before = at(DATA, (_, response) => response.end(whole.subarray(0, whole.length / 2)));
    const visited = await asked(visit, { before });
    expect(await problemOf(spread(visited))).toMatch(new RegExp(`${whole.length} bytes`));
    await expectTheRestToWork(visited);
  });

  test('is given a dataset with a flipped byte', async ({ visit }) => {
    const flipped = Buffer.from(file(DATA));
    flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 0xff, flipped.length >> 1);
    const visited = await asked(visit, { before: at(DATA, (_, response) => response.end(flipped)) });
    expect(await problemOf(spread(visited))).toContain('sha256:');
    await expectTheRestToWork(visited);
  });

  test('is given a dataset that lacks a field of the catalog', async ({ visit }) => {
    const catalog = JSON.parse(file(CATALOG).toString());
    const dataset = catalog.resources.find((each: { name: string }) => each.name === 'collective-income');
    dataset.schema.fields.push({ name: 'surveyor', type: 'string', 'lantu:role': 'attribute' });
    const before = at(CATALOG, (_, response) => response.end(JSON.stringify(catalog)));
    const visited = await asked(visit, { before });
    expect(await problemOf(spread(visited))).toContain('"surveyor"');
    await expectTheRestToWork(visited);
  });

  test('may not start, by the page’s Content Security Policy', async ({ visit }) => {
    const visited = await asked(visit, { csp: STRICT_CSP.replace(" 'wasm-unsafe-eval'", '') });
    expect(await problemOf(spread(visited))).toContain("'wasm-unsafe-eval'");
    await expectTheRestToWork(visited);
  });

  test('loses the network in mid-download, and answers when the reader tries again', async ({ visit }) => {
    let lost = true;
    const before = at(DATA, (_, response) => {
      if (!lost) return;
      const whole = file(DATA);
      response.setHeader('Content-Length', whole.length);
      response.write(whole.subarray(0, 4096), () => response.destroy());
    });
    const visited = await asked(visit, { before });
    expect(await problemOf(spread(visited))).toContain(DATA);
    lost = false;
    await spread(visited).locator('[part="error"] [part="button"]').click();
    await answeredBy(spread(visited), 'duckdb-wasm');
    expect(await spread(visited).locator('[part="error"]').count()).toBe(0);
    await expectTheRestToWork(visited);
  });

  test('dies in the middle of a query, is replaced, and answers', async ({ visit }) => {
    const visited = await asked(visit, { script: killWorkerInItsFirstQuery });
    await answeredBy(spread(visited), 'duckdb-wasm');
    expect(await visited.page.evaluate(() => Reflect.get(window, 'killedAt'))).toBe('START_PENDING_QUERY');
    expect(await spread(visited).locator('[part="error"]').count()).toBe(0);
  });
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
