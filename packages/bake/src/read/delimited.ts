import { LantuError, quoteValue } from '@lantu/spec';
import { CsvError, parse } from 'csv-parse/sync';
import type { Grid } from './source.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** How much of a file the delimiter is guessed from. */
const SAMPLE_CHARACTERS = 65_536;

interface CsvRecord {
  readonly cells: readonly string[];
  /** The line of the file on which the row begins. */
  readonly line: number;
}

/**
 * The rows of CSV text (RFC 4180, lines ending in LF or CR LF) with the line on which each begins. Rows keep their own lengths.
 *
 * @throws {LantuError} `data/import` with the line, for a quote that is not closed or stands inside a cell.
 */
export function delimitedRecords(text: string, file: string, delimiter: Delimiter = ','): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (cells: string[], { lines }) => {
        records.push({ cells, line });
        line = lines + 1;
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new LantuError('data/import', 'a quote that is not closed or stands inside a cell', {
      where: `${file}, row ${line}`,
      received: quoteValue(text.split('\n', line)[line - 1] ?? ''),
      allowed: 'cells wholly in double quotes, quotes inside them doubled',
      cause,
    });
  }
  return records;
}

/** CSV, TSV and their kin as a grid; the delimiter is the one that cuts the first rows most evenly. @throws as {@link delimitedRecords} */
export function readDelimited(text: string, file: string): Grid {
  const delimiter = /\.tsv$/i.test(file) ? '\t' : guessDelimiter(text);
  const records = delimitedRecords(text, file, delimiter);
  return {
    rows: records.map(({ cells }) => cells),
    rowNumber: (index) => records[index]?.line ?? index + 1,
    merges: [],
    percentColumns: new Set(),
    faults: [],
  };
}

function guessDelimiter(text: string): Delimiter {
  const end = text.length > SAMPLE_CHARACTERS ? text.lastIndexOf('\n', SAMPLE_CHARACTERS) : text.length;
  const sample = text.slice(0, end > 0 ? end : text.length);
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

/** The share of rows that have the commonest number of cells above one, weighted slightly by that number. */
function evenness(sample: string, delimiter: Delimiter): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const row of sample.split('\n')) {
    if (row.trim() === '') continue;
    rows += 1;
    const cells = row.replaceAll(/"(?:[^"]|"")*"/g, '').split(delimiter).length;
    if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([cells, count]) => (count / rows) * (1 + Math.min(cells, 50) / 1000)));
}
