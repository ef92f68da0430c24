import { describe, expect, test } from 'vitest';
import { tableText, verdictsText } from './report.ts';
import { REFERENCE, type Sample, summarize } from './summary.ts';
import { verdicts } from './targets.ts';
import type { Kind } from './traffic.ts';

const NOTHING: Record<Kind, number> = { html: 0, script: 0, data: 0, picture: 0, font: 0, engine: 0 };

function sample(page: string, round: number, ms: number, more: Partial<Sample> = {}): Sample {
  const at = { chart: 'two', link: 'local', page, round };
  return { ...at, paintedMs: ms, aliveMs: ms, keysMs: ms, wholeMs: ms, shift: 0, requests: 1, bytes: NOTHING, ...more };
}

const widget = (round: number, ms: number, bytes: Partial<Record<Kind, number>> = {}, shift = 0) =>
  sample('lantu-inline', round, ms, { shift, requests: 3, bytes: { ...NOTHING, ...bytes } });

describe('the summary', () => {
  test('compares each round with the static page of that round, whatever their order', () => {
    const rows = summarize([sample(REFERENCE, 1, 100), widget(2, 300), widget(1, 150), sample(REFERENCE, 2, 200)]);
    expect(rows.map(({ page }) => page)).toEqual([REFERENCE, 'lantu-inline']);
    expect(rows[1]).toMatchObject({ aliveToStatic: { median: 1.5, from: 1.5, to: 1.5 }, aliveMs: { median: 225 } });
  });

  test('compares in the rounds that both pages were loaded in', () => {
    const rows = summarize([1, 2, 3].map((round) => sample(REFERENCE, round, 100 * round)).concat(widget(1, 150)));
    expect(rows[1]?.aliveToStatic).toMatchObject({ median: 1.5, count: 1 });
  });

  test('keeps charts and links apart', () => {
    const rows = summarize([
      sample(REFERENCE, 1, 100),
      sample(REFERENCE, 1, 900, { link: 'slow' }),
      { ...widget(1, 1800), link: 'slow' },
    ]);
    expect(rows.find(({ page, link }) => page === 'lantu-inline' && link === 'slow')?.aliveToStatic.median).toBe(2);
  });

  test('takes the heaviest and the worst shift of all rounds', () => {
    const [, row] = summarize([
      sample(REFERENCE, 1, 100),
      sample(REFERENCE, 2, 100),
      widget(1, 1, { script: 40_000, data: 2000 }),
      widget(2, 1, { script: 40_000, data: 3000, engine: 7 }, 0.2),
    ]);
    expect(row).toMatchObject({ scriptAndDataBytes: 43_000, engineBytes: 7, requests: 3, shift: 0.2 });
  });
});

describe('a verdict', () => {
  const judge = (...samples: Sample[]) => {
    const judged = verdicts(summarize(samples), samples);
    return Object.fromEntries(judged.map(({ target, outcome }) => [target, outcome]));
  };
  /** As many rounds as there are times of the widget; each of the others takes the same in all of them. */
  const rounds = (times: readonly number[], others: Record<string, number> = { [REFERENCE]: 100 }) =>
    times.flatMap((ms, at) => [
      ...Object.entries(others).map(([page, own]) => sample(page, at + 1, own)),
      widget(at + 1, ms),
    ]);

  test('on bytes is held up to the limit, and missed beyond', () => {
    const target = 'script and data, bytes gzip';
    expect(judge(sample(REFERENCE, 1, 100), widget(1, 1, { script: 45_000 }))[target]).toBe('held');
    expect(judge(sample(REFERENCE, 1, 100), widget(1, 1, { script: 45_000, data: 1 }))[target]).toBe('missed');
  });

  test.each([
    ['held', 'all of six rounds hold it', [200, 190, 180, 170, 160, 200]],
    ['missed', 'none of six does', [201, 210, 220, 230, 240, 250]],
    ['open', 'one of six does not', [150, 150, 150, 150, 150, 201]],
    ['open', 'there are too few to know', [150, 150, 150, 150, 150]],
    ['held', 'one of nine does not', [150, 150, 150, 150, 150, 150, 150, 150, 900]],
  ])('on a time is %s where %s', (outcome, _, times) => {
    expect(judge(...rounds(times))['alive / static']).toBe(outcome);
  });

  test('on an engine is missed at its first byte, on a shift at the least', () => {
    const judged = judge(sample(REFERENCE, 1, 100), widget(1, 1, { engine: 1 }, 0.0001));
    expect(judged).toMatchObject({ 'bytes of the engine': 'missed', 'layout shift': 'missed' });
  });

  test('on a rival is given only where that was measured', () => {
    const times = [100, 100, 100, 100, 100, 100];
    expect(judge(...rounds(times))).not.toHaveProperty('alive / Mosaic vgplot');
    expect(judge(...rounds(times, { [REFERENCE]: 100, mosaic: 1001 }))).toMatchObject({
      'alive / Mosaic vgplot': 'held',
    });
  });

  test('is given on pages of Lantu only', () => {
    const samples = [sample(REFERENCE, 1, 100), sample('mosaic', 1, 1)];
    expect(verdicts(summarize(samples), samples)).toEqual([]);
  });
});

test('the report has a line for each row and says what was missed, and how well it is known', () => {
  const samples = [250, 250, 250, 250, 250, 260].flatMap((ms, at) => [
    sample(REFERENCE, at + 1, 100),
    widget(at + 1, ms, { script: 46_000, html: 900 }),
  ]);
  const rows = summarize(samples);
  const titles = { static: 'static inline SVG', 'lantu-inline': 'Lantu' };
  const [, first, second] = tableText(rows, titles).split('\n');
  expect(first).toMatch(/^static inline SVG +100 ms \(100–100\) +1\.00/);
  expect(second).toMatch(
    /^Lantu +250 ms \(250–250\) +2\.50 +250 ms \(250–250\) +2\.50 +250 ms \(250–250\) +2\.50 +250 ms \(250–250\) +2\.50 +46\.0 KB +0\.9 KB/,
  );
  const missed = verdictsText(verdicts(rows, samples), titles)
    .split('\n')
    .filter((line) => line.startsWith('MISSED'));
  expect(missed).toEqual([
    expect.stringMatching(/painted \/ static +2\.50 +\(2\.50–2\.60\) +≤ 1\.15$/),
    expect.stringMatching(/alive \/ static +2\.50 +\(2\.50–2\.60\) +≤ 2$/),
    expect.stringMatching(/alive by keys \/ static +2\.50 +\(2\.50–2\.60\) +≤ 2$/),
    expect.stringMatching(/script and data, bytes gzip +46000 +≤ 45000$/),
  ]);
});
