import { Model, queryKey } from '@lantu/spec';
import { expect, it } from 'vitest';
import { answerOf, incomeStar } from '../../test/income.ts';
import { vintageOf } from '../vintage.ts';
import { snapshotPlace } from './place.ts';

const star = incomeStar();
const query = { dataset: 'income', metrics: [{ metric: 'income.sum' }] };
const question = { query, key: queryKey(query) };
const context = { signal: new AbortController().signal, onProgress: () => {} };
const published = async () => ({ ...(await answerOf(star, query)), vintage: vintageOf(star.catalog, ['income']) });

it('gives the answer that was published, and says that it is a snapshot', async () => {
  const answer = await published();
  const place = snapshotPlace([JSON.parse(JSON.stringify(answer))]);
  expect(place.canAnswer(question)).toBe(true);
  expect(await place.answer(question, context)).toEqual({ ...answer, answeredBy: 'snapshot' });
});

it('answers nothing that was not asked when it was made', async () => {
  const other = { ...query, dimensions: [{ field: 'kind' }] };
  const place = snapshotPlace([await published()]);
  expect(place.canAnswer({ query: other, key: queryKey(other) })).toMatch(/not among the questions/);
});

it('with a catalog, gives only what was read from its files', async () => {
  const answer = await published();
  const { catalog } = new Model(star.catalog);
  expect(snapshotPlace([answer], catalog).canAnswer(question)).toBe(true);
  const changed = { ...answer, vintage: 'income:ffffffffffffffff' };
  expect(snapshotPlace([changed], catalog).canAnswer(question)).toMatch(/files that have since changed/);
});
