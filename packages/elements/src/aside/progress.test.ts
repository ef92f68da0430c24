import { formatter } from '@lantu/spec/locale';
import { expect, test } from 'vitest';
import { nextStep, progressText } from './progress.ts';

const zh = formatter('zh-CN');

test('Before anything is reported the text only says that something is loading.', () => {
  expect(progressText([], zh)).toBe(zh.text('loading'));
});

test('The engine, the larger download, is spoken of before the data; datasets count together.', () => {
  const engine = { state: 'fetching-engine', loaded: 25, total: 100 } as const;
  const first = { state: 'fetching-data', dataset: 'figures', loaded: 10, total: 20 } as const;
  const second = { state: 'fetching-data', dataset: 'areas', loaded: 0, total: 80 } as const;

  expect(progressText([engine, first, second], zh)).toBe(zh.text('loading.engine', { percent: '25%' }));
  expect(progressText([{ ...engine, loaded: 100 }, first, second], zh)).toBe(
    zh.text('loading.data', { percent: '10%' }),
  );
});

test('Starting and running are said once nothing is left to fetch.', () => {
  const starting = { state: 'starting-engine' } as const;
  expect(progressText([{ state: 'fetching-engine', loaded: 9, total: 9 }, starting], zh)).toBe(
    zh.text('loading.start'),
  );
  expect(progressText([starting, { state: 'running' }], zh)).toBe(zh.text('loading.query'));
});

test('A length that is not known is no percentage above zero, and an overlong one none above 100.', () => {
  const report = (loaded: number, total: number) => [{ state: 'fetching-engine', loaded, total } as const];
  expect(progressText(report(-1, 0), zh)).toBe(zh.text('loading.engine', { percent: '0%' }));
  expect(progressText(report(3, 4), zh)).toBe(zh.text('loading.engine', { percent: '75%' }));
});

test('Who listens is told each step once, however its percentage runs on.', () => {
  const fetching = (loaded: number) => [{ state: 'fetching-engine', loaded, total: 100 }] as const;
  const said = new Set<string>();
  expect(nextStep(fetching(25), zh, said)).toBe(zh.text('loading.engine', { percent: '25%' }));
  expect(nextStep(fetching(60), zh, said)).toBeUndefined();
  expect(nextStep([{ state: 'running' }], zh, said)).toBe(zh.text('loading.query'));
  expect(nextStep(fetching(100), zh, said)).toBe(zh.text('loading'));
  expect(nextStep(fetching(60), zh, new Set())).toBe(zh.text('loading.engine', { percent: '60%' }));
});
