import type { Answer } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { CATALOG_URL, catalogOf, figuresStream, INCOME_BY_YEAR, site } from '../test/village.ts';
import { openCatalog } from './catalog.ts';
import { AnswerMemory, memoryPlace } from './memory.ts';
import { vintageOf } from './vintage.ts';

const question = { query: INCOME_BY_YEAR, key: 'income by year' };
const context = { signal: new AbortController().signal, onProgress: () => {} };

function answerOf(vintage: string, text = ''): Answer {
  return {
    query: INCOME_BY_YEAR,
    columns: [{ role: 'dimension', name: 'place', type: 'string', title: { 'zh-CN': '村' }, values: [text] }],
    rowCount: 1,
    provenance: { origins: [], natures: [], statuses: [], asOf: '2024-12-31' },
    answeredBy: 'duckdb-wasm',
    vintage,
  };
}

describe('memoryPlace', () => {
  it('answers what it remembers, and says that the answer came from memory', async () => {
    const opened = await openCatalog(CATALOG_URL, await site());
    const place = memoryPlace(opened);
    expect(place.canAnswer(question)).toBe('it was not asked before');
    const answer = answerOf(vintageOf(opened.catalog, ['figures']));
    place.remember?.(question, answer);
    expect(place.canAnswer(question)).toBe(true);
    expect(await place.answer(question, context)).toEqual({ ...answer, answeredBy: 'memory' });
  });

  it('forgets an answer whose dataset has changed', async () => {
    const memory = new AnswerMemory();
    const before = await openCatalog(CATALOG_URL, await site());
    memoryPlace(before, memory).remember?.(question, answerOf(vintageOf(before.catalog, ['figures'])));
    const after = { ...before, catalog: await catalogOf(figuresStream(['income'])) };
    expect(memoryPlace(before, memory).canAnswer(question)).toBe(true);
    expect(memoryPlace(after, memory).canAnswer(question)).toBe('it was not asked before');
  });

  it('keeps the answers of different catalogs apart', async () => {
    const memory = new AnswerMemory();
    const opened = await openCatalog(CATALOG_URL, await site());
    memoryPlace(opened, memory).remember?.(question, answerOf(vintageOf(opened.catalog, ['figures'])));
    expect(memoryPlace({ ...opened, url: 'https://other.test/' }, memory).canAnswer(question)).not.toBe(true);
  });
});

describe('AnswerMemory', () => {
  const thousandCharacters = 'x'.repeat(1000);

  it('drops the answers that were used longest ago when it is full', () => {
    const memory = new AnswerMemory(5000);
    for (const key of ['a', 'b']) memory.set('', key, answerOf('v', thousandCharacters));
    expect(memory.get('', 'a')).toBeDefined();
    memory.set('', 'c', answerOf('v', thousandCharacters));
    expect(['a', 'b', 'c'].filter((key) => memory.get('', key))).toEqual(['a', 'c']);
  });

  it('does not keep an answer that is larger than its bound, nor drop others for it', () => {
    const memory = new AnswerMemory(3000);
    memory.set('', 'a', answerOf('v', thousandCharacters));
    memory.set('', 'b', answerOf('v', thousandCharacters.repeat(2)));
    expect(memory.get('', 'a')).toBeDefined();
    expect(memory.get('', 'b')).toBeUndefined();
  });

  it('counts an answer that takes the place of another once', () => {
    const memory = new AnswerMemory(5000);
    for (const key of ['a', 'b', 'b', 'b']) memory.set('', key, answerOf('v', thousandCharacters));
    expect(memory.get('', 'a')).toBeDefined();
  });
});
