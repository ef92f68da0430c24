import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

const rows = (text: string) => parseCsv(text, 'x.csv', ['a', 'b']);

describe('parseCsv', () => {
  it('gives every row by the names of the header, with the line it begins on', () => {
    expect(rows('a,b\n1,2\n3,4\n')).toEqual([
      { line: 2, cells: { a: '1', b: '2' } },
      { line: 3, cells: { a: '3', b: '4' } },
    ]);
  });

  it('reads quoted commas, doubled quotes and line breaks, and counts lines through them', () => {
    expect(rows('a,b\n"1,0","say ""hi"""\n"two\nlines",\nx,y')).toEqual([
      { line: 2, cells: { a: '1,0', b: 'say "hi"' } },
      { line: 3, cells: { a: 'two\nlines', b: '' } },
      { line: 5, cells: { a: 'x', b: 'y' } },
    ]);
  });

  it('takes a last line with and without its line end, and a last empty cell', () => {
    expect(rows('a,b\n1,')).toEqual(rows('a,b\n1,\n'));
    expect(rows('a,b\n')).toEqual([]);
  });

  it.each([
    ['another header', 'a,c\n1,2\n', 'x.csv, row 1: the header is not the expected one; received "a,c"; allowed a,b'],
    ['an empty file', '', 'x.csv, row 1: the header is not the expected one; received ""; allowed a,b'],
    ['a row that is too short', 'a,b\n1,2\n3\n', 'x.csv, row 3: the row has another number of cells; received 1'],
    ['a row that is too long', 'a,b\n1,2,3\n', 'x.csv, row 2: the row has another number of cells; received 3'],
    ['a blank line', 'a,b\n\n1,2\n', 'x.csv, row 2: the row has another number of cells; received 1'],
    ['a quote that is not closed', 'a,b\n"1,2\n', 'x.csv, row 2: a quote that is not closed'],
    ['a quote inside a cell', 'a,b\n1"2,3\n', 'x.csv, row 2: a quote that is not closed or stands inside a cell'],
    ['text after a closing quote', 'a,b\n"1"2,3\n', 'x.csv, row 2: a quote that is not closed or stands inside a cell'],
    ['Windows line ends', 'a,b\r\n1,2\r\n', 'x.csv, row 1: a carriage return'],
  ])('refuses %s, saying where', (_, text, message) => {
    expect(() => rows(text)).toThrow(message);
  });
});
