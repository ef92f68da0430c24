import { describe, expect, it } from 'vitest';
import { Aliases, identifier, numberLiteral, Steps, selectLines, stringLiteral } from './sql.ts';

describe('an identifier', () => {
  it('is always quoted, quotes in it doubled', () => {
    expect(identifier('"; DROP TABLE x; --')).toBe('"""; DROP TABLE x; --"');
  });

  it('cannot have what SQL cannot carry', () => {
    expect(() => identifier('a\0b')).toThrow('SQL cannot carry');
    expect(() => identifier('a\uD800')).toThrow('SQL cannot carry');
  });
});

describe('a string literal', () => {
  it('has its quotes doubled and nothing else changed', () => {
    expect(stringLiteral(`'; --\\n "é🏔️`)).toBe(`'''; --\\n "é🏔️'`);
  });

  it('joins in NULs by number', () => {
    expect(stringLiteral("a\0b'")).toBe("('a' || chr(0) || 'b''')");
  });

  it('cannot have half a character', () => {
    expect(() => stringLiteral('\uDC00')).toThrow('half of a character');
  });
});

describe('a number literal', () => {
  it('is an integer, or a DOUBLE and never a DECIMAL', () => {
    expect(numberLiteral(-3)).toBe('-3');
    expect(numberLiteral(0.1)).toBe('1e-1');
    expect(numberLiteral(2 ** 53)).toBe('9.007199254740992e+15');
    expect(numberLiteral(-0)).toBe('0');
  });
});

describe('Aliases', () => {
  it('tells names apart that DuckDB would not', () => {
    const aliases = new Aliases(['Areas']);
    expect(['areas', 'x', 'X', 'x_2'].map((each) => aliases.take(each))).toEqual([
      '"areas_2"',
      '"x"',
      '"X_2"',
      '"x_2_2"',
    ]);
  });

  it('shortens a hostile name and cleans it', () => {
    const alias = new Aliases().take(`a\0"${'x'.repeat(100_000)}`);
    expect(alias.length).toBeLessThan(70);
    expect(alias.startsWith('"a ""x')).toBe(true);
  });
});

describe('Steps', () => {
  it('indents lines, and leaves line breaks inside literals alone', () => {
    const steps = new Steps();
    steps.add('facts', selectLines({ columns: ['a', 'b'], from: 't', where: [`a = 'x\ny'`, 'b > 1'] }));
    expect(steps.text({ columns: ['a'], from: 'facts', orderBy: ['a'], limit: 1 })).toBe(
      [
        'WITH facts AS (',
        '  SELECT',
        '    a,',
        '    b',
        '  FROM t',
        "  WHERE a = 'x",
        "y'",
        '    AND b > 1',
        ')',
        'SELECT',
        '  a',
        'FROM facts',
        'ORDER BY a',
        'LIMIT 1',
      ].join('\n'),
    );
  });
});
