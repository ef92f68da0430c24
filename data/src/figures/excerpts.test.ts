import { describe, expect, it } from 'vitest';
import { parseExcerpts } from './excerpts.ts';

describe('parseExcerpts', () => {
  it('gathers the quoted lines under each heading and passes over all else', () => {
    const excerpts = parseExcerpts('# Title\n\nprose\n\n## a\n\n> one\n\n> two\n\n## b\n', 'x.md');
    expect([...excerpts]).toEqual([
      ['a', ['one', 'two']],
      ['b', []],
    ]);
  });

  it('refuses an excerpt of no origin and an origin with two headings', () => {
    expect(() => parseExcerpts('> one\n', 'x.md')).toThrow('x.md, row 1: an excerpt without an origin');
    expect(() => parseExcerpts('## a\n## a\n', 'x.md')).toThrow(
      'x.md, row 2: an origin with two headings; received "a"',
    );
  });
});
