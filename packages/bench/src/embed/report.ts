import type { Spread } from '../statistics.ts';
import type { Row } from './summary.ts';
import type { Outcome, Verdict } from './targets.ts';

const HEAD = [
  '',
  'painted',
  '× static',
  'alive',
  '× static',
  'keys',
  '× static',
  'whole',
  '× static',
  'script+data',
  'html',
  'picture',
  'engine',
  'requests',
  'shift',
];

/** A table of the rows, one for each of `titles`; the first column is theirs. */
export function tableText(rows: readonly Row[], titles: Readonly<Record<string, string>>): string {
  const cells = rows.map((row) => [
    titles[row.page] ?? row.page,
    milliseconds(row.paintedMs),
    row.paintedToStatic.median.toFixed(2),
    milliseconds(row.aliveMs),
    row.aliveToStatic.median.toFixed(2),
    milliseconds(row.keysMs),
    row.keysToStatic.median.toFixed(2),
    milliseconds(row.wholeMs),
    row.wholeToStatic.median.toFixed(2),
    kilobytes(row.scriptAndDataBytes),
    kilobytes(row.htmlBytes),
    kilobytes(row.pictureBytes),
    kilobytes(row.engineBytes),
    String(row.requests),
    row.shift === 0 ? '0' : row.shift.toFixed(3),
  ]);
  return aligned([HEAD, ...cells]);
}

const WORD: Readonly<Record<Outcome, string>> = { held: 'held', missed: 'MISSED', open: 'open' };

/** A line for each verdict: what was to be held, by which page, and what was measured. */
export function verdictsText(verdicts: readonly Verdict[], titles: Readonly<Record<string, string>>): string {
  const cells = verdicts.map(({ outcome, page, target, measured, low, high, atMost }) => [
    WORD[outcome],
    titles[page] ?? page,
    target,
    figure(measured),
    low === undefined || high === undefined ? '' : `(${figure(low)}–${figure(high)})`,
    `≤ ${figure(atMost)}`,
  ]);
  return aligned(cells);
}

function milliseconds({ median, from, to }: Spread): string {
  return `${median.toFixed(0)} ms (${from.toFixed(0)}–${to.toFixed(0)})`;
}

function kilobytes(bytes: number): string {
  return bytes === 0 ? '–' : `${(bytes / 1000).toFixed(1)} KB`;
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 0.01 ? 4 : 2);
}

/** The first column to the left, the others to the right; words that are not numbers too, as their heads are. */
function aligned(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
