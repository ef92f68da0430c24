import { LantuError } from '@lantu/spec';
import { html, LitElement, nothing } from 'lit';
import { afterEach, expect, test, vi } from 'vitest';
import { incomeAnswer, incomeBlueprint, withValues } from '../../test/income.ts';
import { stand } from '../../test/stand.ts';
import type { AnswerState } from '../answer/controller.ts';
import { BlueprintController } from './controller.ts';
import type { BlueprintSource } from './source.ts';

class Asker extends LitElement {
  source: BlueprintSource | undefined;
  catalogUrl: string | undefined;
  readonly seen: AnswerState[] = [];
  readonly query = new BlueprintController(this, () => ({ source: this.source, catalogUrl: this.catalogUrl }));

  get state(): AnswerState {
    return this.query.state;
  }

  show(blueprint: unknown): void {
    this.source = { kind: 'property', value: blueprint };
    this.requestUpdate();
  }

  protected override render() {
    this.seen.push(this.state);
    return nothing;
  }
}
customElements.define('test-asker', Asker);

const asker = html`<test-asker></test-asker>`;
const otherBlueprint = {
  ...incomeBlueprint,
  query: { ...incomeBlueprint.query, filters: [{ field: 'area', op: 'in', values: ['54'] }] },
};

function until(check: () => unknown): Promise<void> {
  return vi.waitFor(() => {
    if (!check()) throw new Error(`not yet: ${check}`);
  });
}

afterEach(() => {
  stand(nothing);
});

test('Without a blueprint nothing is asked.', async () => {
  const { connection, find } = stand(asker);
  const element = find<Asker>('test-asker');
  await element.updateComplete;
  expect(element.state).toEqual({ status: 'initial', blueprint: undefined, answered: undefined });
  expect(connection.asked).toEqual([]);
});

test('A blueprint is asked for once, and answered.', async () => {
  const { connection, find } = stand(asker);
  const element = find<Asker>('test-asker');
  element.show(incomeBlueprint);
  await until(() => connection.asked.length === 1);
  expect(connection.last.query).toEqual(incomeBlueprint.query);
  expect(element.state.status).toBe('pending');

  connection.last.options.onProgress?.({ state: 'running' });
  await element.updateComplete;
  expect(element.state).toMatchObject({ status: 'pending', progress: [{ state: 'running' }] });

  connection.last.answer(incomeAnswer);
  await until(() => element.state.status === 'complete');
  element.requestUpdate();
  await element.updateComplete;
  expect(element.state.answered).toEqual({ blueprint: incomeBlueprint, settings: [], answer: incomeAnswer });
  expect(connection.asked).toHaveLength(1);
});

test('The answer before stays until the next one comes, with the blueprint that it answers.', async () => {
  const { connection, find } = stand(asker);
  const element = find<Asker>('test-asker');
  element.show(incomeBlueprint);
  await until(() => connection.asked.length === 1);
  connection.last.answer(incomeAnswer);
  await until(() => element.state.status === 'complete');

  element.show(otherBlueprint);
  await until(() => connection.asked.length === 2);
  expect(element.state).toMatchObject({
    status: 'pending',
    answered: { blueprint: incomeBlueprint, answer: incomeAnswer },
  });

  connection.last.fail(new LantuError('engine/crashed', 'the worker died'));
  await until(() => element.state.status === 'error');
  expect(element.state.answered?.answer).toBe(incomeAnswer);

  element.query.retry();
  await until(() => connection.asked.length === 3);
  connection.last.answer(withValues([1, 2, 3]));
  await until(() => element.state.status === 'complete');
  expect(element.state.answered?.blueprint).toEqual(otherBlueprint);
});

test('The latest question wins: the one before is cancelled, and its answer, should it still come, is not shown.', async () => {
  const { connection, find } = stand(asker);
  const element = find<Asker>('test-asker');
  element.show(incomeBlueprint);
  await until(() => connection.asked.length === 1);
  const first = connection.last;
  element.show(otherBlueprint);
  await until(() => connection.asked.length === 2);
  expect(first.options.signal?.aborted).toBe(true);

  first.answer(incomeAnswer);
  connection.last.answer(withValues([5, 6]));
  await until(() => element.state.status === 'complete');
  expect(element.state.answered?.blueprint).toEqual(otherBlueprint);
  expect(element.seen.some((state) => state.answered?.answer === incomeAnswer)).toBe(false);
});

test('Other words for the same question do not ask again.', async () => {
  const { connection, find } = stand(asker);
  const element = find<Asker>('test-asker');
  element.show(incomeBlueprint);
  await until(() => connection.asked.length === 1);
  connection.last.answer(incomeAnswer);
  await until(() => element.state.status === 'complete');

  element.show({ ...incomeBlueprint, title: { 'zh-CN': '另一个标题' } });
  await until(() => element.state.blueprint?.title['zh-CN'] === '另一个标题' && element.state.status === 'complete');
  expect(connection.asked).toHaveLength(1);
});

test('Leaving the document cancels what is asked; coming back asks again; what was answered stays.', async () => {
  const { connection, find, root } = stand(asker);
  const element = find<Asker>('test-asker');
  element.show(incomeBlueprint);
  await until(() => connection.asked.length === 1);
  element.remove();
  expect(connection.last.options.signal?.aborted).toBe(true);

  root.append(element);
  await until(() => connection.asked.length === 2);
  connection.last.answer(incomeAnswer);
  await until(() => element.state.status === 'complete');

  element.remove();
  root.append(element);
  await element.updateComplete;
  expect(element.state.status).toBe('complete');
  expect(connection.asked).toHaveLength(2);
});

test('While the catalog around it is not open the host waits, its blueprint already read; then it asks.', async () => {
  const { connection, root, setCatalog } = stand(nothing);
  setCatalog({ status: 'pending' });
  const element = document.createElement('test-asker') as Asker;
  element.show(incomeBlueprint);
  root.append(element);
  await until(() => element.state.blueprint);
  expect(element.state.status).toBe('initial');

  setCatalog({ status: 'error', error: new LantuError('catalog/missing', 'gone') });
  await element.updateComplete;
  expect(element.state.status).not.toBe('error');

  setCatalog({ status: 'complete', connection });
  await until(() => connection.asked.length === 1);
});

test('A host with no catalog anywhere says so.', async () => {
  const element = document.createElement('test-asker') as Asker;
  element.show(incomeBlueprint);
  document.body.append(element);
  await until(() => element.state.status === 'error');
  expect(element.state).toMatchObject({ error: { code: 'catalog/missing', where: '<test-asker>' } });
  element.remove();
});

test('Each fault of a blueprint is an error that says what was received and what is allowed.', async () => {
  const { connection, find } = stand(asker);
  const element = find<Asker>('test-asker');
  const errorOf = async (source: BlueprintSource) => {
    element.source = source;
    element.requestUpdate();
    await until(() => element.state.status === 'error');
    const { state } = element;
    element.source = undefined;
    element.requestUpdate();
    await until(() => element.state.status === 'initial');
    return state.status === 'error' ? state.error : undefined;
  };

  expect(await errorOf({ kind: 'script', text: '{"version": 1,' })).toMatchObject({
    code: 'spec/invalid',
    where: 'the script in <test-asker>',
    received: expect.stringContaining('version'),
  });
  expect(await errorOf({ kind: 'property', value: { ...incomeBlueprint, chart: { type: 'pie' } } })).toMatchObject({
    code: 'spec/invalid',
    where: 'the blueprint of <test-asker>, at chart.type',
    received: '"pie"',
    allowed: expect.stringContaining('bar'),
  });
  vi.spyOn(globalThis, 'fetch').mockResolvedValueOnce(new Response('', { status: 404 }));
  expect(await errorOf({ kind: 'src', url: '/no/such.json' })).toMatchObject({
    code: 'data/not-found',
    where: '/no/such.json',
    received: 'HTTP 404',
  });
  vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await errorOf({ kind: 'src', url: '/cut.json' })).toMatchObject({
    code: 'data/interrupted',
    where: '/cut.json',
  });
  expect(connection.asked).toEqual([]);
});
