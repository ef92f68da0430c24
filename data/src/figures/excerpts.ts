import { LantuError, quoteValue } from '@lantu/spec';

/** Sentences of a source, verbatim, by the id of their origin. */
export type Excerpts = ReadonlyMap<string, readonly string[]>;

/**
 * The excerpts of a Markdown file: under a heading `## id` one quoted line (`> `) a sentence.
 *
 * @throws {LantuError} `data/import` for a quoted line above the first heading, or a heading that comes twice
 */
export function parseExcerpts(markdown: string, file: string): Excerpts {
  const excerpts = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const where = `${file}, row ${index + 1}`;
    if (line.startsWith('## ')) {
      const id = line.slice(3);
      if (excerpts.has(id))
        throw new LantuError('data/import', 'an origin with two headings', { where, received: quoteValue(id) });
      current = [];
      excerpts.set(id, current);
    } else if (line.startsWith('> ')) {
      if (!current) {
        throw new LantuError('data/import', 'an excerpt without an origin', {
          where,
          allowed: 'a heading "## id" above it',
        });
      }
      current.push(line.slice(2));
    }
  }
  return excerpts;
}
