import { describe, expect, it } from 'vitest';
import { boControls } from './bo.controls.ts';
import { boMessages } from './bo.messages.ts';
import { enControls } from './en.controls.ts';
import { enMessages } from './en.messages.ts';
import { formatter } from './formatter.ts';
import { type Controls, fill, type Messages } from './messages.ts';
import { zhControls } from './zh.controls.ts';
import { zhMessages } from './zh.messages.ts';

const zh = { ...zhMessages, ...zhControls };
const bo: Messages & Controls = { ...boMessages, ...boControls };
const en: Messages & Controls = { ...enMessages, ...enControls };

const CATALOGUES = [
  ['zh-CN', zh],
  ['bo', bo],
  ['en', en],
] as const;

const parametersOf = (template: string): string[] =>
  [...new Set([...template.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();

/** The words of a template that its language must have written itself. */
const ownWords = ([key, template]: [string, string]): string =>
  key.startsWith('language.') ? '' : template.replace(/\{[^}]*\}/g, '');

describe('the texts of the interface', () => {
  it.each(CATALOGUES)('are all there in %s, with the parameters they have in Chinese', (_, messages) => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, template] of Object.entries(zh)) {
      expect([key, ...parametersOf(messages[key as keyof typeof zh])]).toEqual([key, ...parametersOf(template)]);
    }
  });

  it.each([
    ['zh-CN', zh, /[\u0F00-\u0FFF]|[A-Za-z]{2,} [a-z]{2,}/],
    ['bo', bo, /[\u3400-\u9FFF]|[A-Za-z]{2,} [a-z]{2,}/],
    ['en', en, /[\u0F00-\u0FFF\u3000-\u9FFF]/],
  ] as const)('borrow no words of another language in %s', (_, messages, foreign) => {
    expect(Object.entries<string>(messages).filter((entry) => foreign.test(ownWords(entry)))).toEqual([]);
  });

  it('are Tibetan in bo wherever they are words in English', () => {
    const untranslated = Object.entries<string>(bo).filter(
      (entry) => /[A-Za-z]/.test(ownWords([entry[0], en[entry[0] as keyof typeof zh]])) && !/[ཀ-ྼ]/.test(entry[1]),
    );
    expect(untranslated).toEqual([]);
  });

  it('keep the shad apart after ང and leave it out after a bare ག, ཀ or ཤ in bo', () => {
    expect(Object.entries(bo).filter(([, text]) => /ང།|[གཀཤ]།|\s།/.test(text))).toEqual([]);
  });
});

describe('fill', () => {
  const write = (value: number): string => `<${value}>`;

  it('puts in parameters as they are, however they look', () => {
    expect(fill('{a} and {b}', { a: '{b}', b: '$& <img>' }, write)).toBe('{b} and $& <img>');
  });

  it('writes numbers and picks the form for one', () => {
    expect(fill('{n} {n:row|rows}', { n: 1 }, write)).toBe('<1> row');
    expect(fill('{n} {n:row|rows}', { n: 2 }, write)).toBe('<2> rows');
  });

  it('says which parameter is missing', () => {
    expect(() => fill('as of {date}', {}, write)).toThrow('the text needs the parameter date: as of {date}');
  });
});

describe('text', () => {
  it('asks in its type for the parameters of the text and no others', () => {
    const { text } = formatter('en');
    expect(text('retry')).toBe('Try again');
    expect(text('source.producer', { producer: 'Xizang Daily' })).toBe('Published by: Xizang Daily');
    // @ts-expect-error: this text needs a producer
    expect(() => text('source.producer')).toThrow(RangeError);
    // @ts-expect-error: this text has no parameter of that name
    expect(() => text('source.producer', { name: 'Xizang Daily' })).toThrow(RangeError);
  });
});
