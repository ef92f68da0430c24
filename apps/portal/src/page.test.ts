import { readdirSync, readFileSync } from 'node:fs';
import { blueprintSchema, parseAs } from '@lantu/spec';
import { expect, test } from 'vitest';
import { placesIn } from '../build/embed-codes.ts';
import { messages } from './messages.ts';

const page = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
const folder = new URL('../public/blueprints/', import.meta.url);
const blueprints = readdirSync(folder);

const all = (pattern: RegExp) => [...page.matchAll(pattern)].map((match) => match[1] ?? '');
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

test('every text that the page names has its translations, and every translation is of a text in the page', () => {
  expect(sorted(all(/data-(?:text|label)="([^"]+)"/g))).toEqual(sorted(Object.keys(messages)));
});

test('the Tibetan texts are Tibetan, the English ones are not Chinese', () => {
  for (const [key, { bo, en }] of Object.entries(messages)) {
    expect(bo, key).toMatch(/\p{Script=Tibetan}/u);
    expect(bo, key).not.toMatch(/\p{Script=Han}/u);
    expect(en.replace('“余”', ''), key).not.toMatch(/\p{Script=Han}|\p{Script=Tibetan}/u);
  }
});

test('every link into the page meets an element with that id', () => {
  const ids = new Set(all(/ id="([^"]+)"/g));
  for (const target of all(/href="#([^"]+)"/g)) expect(ids).toContain(target);
});

test('the page has a place for each blueprint of its folder, once, and no other', () => {
  const ids = blueprints.map((file) => file.replace(/[.]json$/, ''));
  expect(placesIn(page).sort()).toEqual(ids.sort());
});

test.each(blueprints)('%s is a blueprint, named for its file, in three languages', (file) => {
  const blueprint = parseAs(blueprintSchema, JSON.parse(readFileSync(new URL(file, folder), 'utf8')), file);
  expect(`${blueprint.id}.json`).toBe(file);
  for (const text of [blueprint.title, blueprint.subtitle, blueprint.notes]) {
    if (text) expect(Object.keys(text)).toEqual(['zh-CN', 'bo', 'en']);
  }
});
