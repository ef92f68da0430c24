import type { Field } from '@lantu/spec';
import { makeVector, type Vector } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { arrowColumn } from './column.ts';
import type { Cell } from './table.ts';

const field = (type: Field['type'], required = false): Field => ({
  name: 'f',
  type,
  'lantu:role': 'attribute',
  ...(required && { constraints: { required } }),
});
const column = (type: Field['type'], cells: readonly Cell[]): Vector => makeVector(arrowColumn(field(type), cells, 0));
const typeOf = (type: Field['type'], cells: readonly Cell[]): string => String(column(type, cells).type);

describe('arrowColumn', () => {
  it.each<[Field['type'], Cell[]]>([
    ['string', ['a', null, 'ལྷ་ས', '', 'a']],
    ['string', ['a', 'a', null, 'b', 'a', 'b', 'a', 'b']],
    ['string', [null, null]],
    ['integer', [1, null, -5]],
    ['number', [0.1, null, -1.5e9]],
    ['boolean', [true, null, false, true, true, true, true, true, true, false]],
    ['year', [2023, null]],
    ['integer', []],
    ['string', []],
  ])('keeps %s %j as it was', (type, cells) => {
    expect([...column(type, cells)]).toEqual(cells);
  });

  it('keeps days and months as the day they are or begin with', () => {
    const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
    expect([...column('date', ['2025-12-31', null, '1969-12-31'])].map(Number)).toEqual([
      day('2025-12-31'),
      0,
      day('1969-12-31'),
    ]);
    expect([...column('yearmonth', ['2024-02'])].map(Number)).toEqual([day('2024-02-01')]);
  });

  it('takes the narrowest integers', () => {
    expect(typeOf('integer', [127, -128])).toBe('Int8');
    expect(typeOf('integer', [128])).toBe('Int16');
    expect(typeOf('integer', [-32_769])).toBe('Int32');
    expect(typeOf('year', [2024])).toBe('Int16');
  });

  it('codes texts by a dictionary where they repeat themselves, with the narrowest codes', () => {
    expect(typeOf('string', ['a', 'b'])).toBe('Utf8');
    expect(typeOf('string', ['a', 'a'])).toBe('Dictionary<Int8, Utf8>');
    const many = Array.from({ length: 400 }, (_, index) => String(index % 200));
    expect(typeOf('string', many)).toBe('Dictionary<Int16, Utf8>');
    expect([...column('string', many)]).toEqual(many);
  });

  it.each<[Field['type'], Cell, string]>([
    ['string', 5, 'received 5; allowed a text, or null'],
    ['integer', 1.5, 'received 1.5; allowed a whole number within 32 bits'],
    ['integer', 2 ** 31, 'received 2147483648; allowed a whole number within 32 bits'],
    ['number', Number.NaN, 'allowed a finite number'],
    ['boolean', 'yes', 'received "yes"; allowed true or false'],
    ['date', '2025-02-30', 'received "2025-02-30"; allowed a day such as "2025-12-31"'],
    ['date', '2025-02', 'allowed a day'],
    ['yearmonth', '2025-13', 'allowed a month such as "2025-12"'],
    ['year', '2024', 'received "2024"; allowed a year such as 2025'],
  ])('refuses for a field of type %s the cell %j', (type, cell, message) => {
    expect(() => arrowColumn(field(type), [null, cell], 0)).toThrow(
      'field "f", row 2 of the table: a cell does not fit',
    );
    expect(() => arrowColumn(field(type), [null, cell], 0)).toThrow(message);
  });

  it('refuses null where the field requires a value', () => {
    expect(() => arrowColumn(field('string', true), ['a', null], 0)).toThrow(
      'row 2 of the table: a cell does not fit its field; received null; allowed a text',
    );
  });
});
