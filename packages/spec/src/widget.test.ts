import { expect, it } from 'vitest';
import { checkNear, checkWidget } from './widget.ts';

const document = {
  lantu: 1,
  version: '0123456789abcdef',
  folder: './',
  blueprint: {},
  answers: [],
  locales: ['zh-CN'],
};

it('takes a document of this format', () => {
  expect(checkWidget(document, 'w.json')).toBe(document);
  expect(checkNear({ lantu: 1, catalog: {}, rollups: [] }, 'near.json')).toMatchObject({ rollups: [] });
});

it('says of a newer format which one it reads', () => {
  expect(() => checkWidget({ ...document, lantu: 2 }, 'w.json')).toThrow(
    /^w\.json: a widget of another format than this version of Lantu reads; received format 2; allowed .* of format 1$/,
  );
});

it.each([null, 'text', [], {}, { lantu: 1 }, { ...document, answers: undefined }])('refuses %j', (value) => {
  expect(() => checkWidget(value, 'w.json')).toThrow(/^w\.json: this is not a widget; received /);
});
