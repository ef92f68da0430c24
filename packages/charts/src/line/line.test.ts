import type { LineSpec } from '@lantu/spec';
import { describe, expect, test } from 'vitest';
import { answer, dimension, INCOME, metric, periods } from '../examples/answer.ts';
import type { ChartEnv } from '../scene.ts';
import { estimateText } from '../text/estimate.ts';
import { lineExamples } from './line.example.ts';
import { line } from './line.ts';

const env: ChartEnv = { locale: 'zh-CN', widthPx: 640, measure: estimateText };
const build = (of: ReturnType<typeof answer>, spec: Omit<LineSpec, 'type'> = {}, more: Partial<ChartEnv> = {}) =>
  line.build(of, { type: 'line', ...spec }, { ...env, ...more });
const example = (id: string) => lineExamples.find((each) => each.id === id)!;
const texts = (scene: ReturnType<typeof build>, role: string) =>
  scene.texts.filter((text) => text.role === role).map(({ lines }) => lines.join(''));
/** The points of a path of straight lines, one list for each stretch. */
const stretches = (path: string) =>
  path
    .split('M')
    .filter(Boolean)
    .map((part) =>
      part
        .replace('Z', '')
        .split('L')
        .map((pair) => pair.split(',').map(Number)),
    );

describe('a line', () => {
  test('is as high over zero as its values: 140 to 216', () => {
    const scene = build(example('income').answer);
    const floor = scene.plot.y + scene.plot.height;
    const [first, second] = scene.marks.map(({ y }) => floor - y);
    expect(first! / second!).toBeCloseTo(140 / 216, 12);
  });

  test('joins its values by straight lines and nothing else', () => {
    const scene = build(example('months').answer);
    expect(scene.lines.map(({ path }) => path.replace(/[-\d.,]+/g, ''))).toEqual([`M${'L'.repeat(59)}`]);
  });

  test('places periods by the calendar: a year after two years is twice as far', () => {
    const scene = build(answer([periods(['2020', '2022', '2023']), metric('income', INCOME, [1, 2, 3])]));
    const [a, , b, c] = scene.marks.map(({ x }) => x);
    expect((b! - a!) / (c! - b!)).toBeCloseTo(2, 9);
  });

  test('places numbers by their size', () => {
    const size = dimension('size', { 'zh-CN': '规模' }, [100, 10, 40], { type: 'number' });
    const scene = build(answer([size, metric('income', INCOME, [3, 1, 2])]));
    const [a, b, c] = scene.marks.map(({ x }) => x);
    expect((b! - a!) / (c! - b!)).toBeCloseTo(0.5, 9);
    expect(scene.marks.map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  test('runs along ordered categories in the answer’s order', () => {
    const batch = dimension('batch', { 'zh-CN': '批次' }, ['second', 'first', 'third'], { ordered: true });
    const scene = build(answer([batch, metric('income', INCOME, [3, 1, 2])]));
    expect(scene.marks.map((mark) => scene.describe(mark).label)).toEqual(['second', 'first', 'third']);
  });

  test('is refused along categories without an order', () => {
    const of = answer([
      dimension('area', { 'zh-CN': '地区' }, ['a', 'b']),
      periods(['2023', '2024']),
      metric('income', INCOME, [1, 2]),
    ]);
    expect(() => build(of, { x: 'area' })).toThrow(
      'chart.x: a line needs a dimension with an order; draw categories as bars; received "area", categories without an order; allowed "period"',
    );
  });

  test('chooses the dimension with an order, where none is named', () => {
    const of = answer([
      dimension('area', { 'zh-CN': '地区' }, ['a', 'a']),
      periods(['2023', '2024']),
      metric('income', INCOME, [1, 2]),
    ]);
    expect(build(of).series.map(({ title }) => title)).toEqual(['a']);
  });
});

describe('gaps', () => {
  const scene = build(example('gaps').answer);

  test('break the line at a null and at a missing period', () => {
    const plain = scene.lines.find(({ look }) => look === 'plain')!;
    expect(stretches(plain.path).map((points) => points.length)).toEqual([4, 3]);
  });

  test('are hatched over their part of the axis', () => {
    expect(scene.gaps).toHaveLength(2);
    const [first] = scene.gaps;
    const missing = scene.marks[4]!;
    expect(missing.value).toBeNull();
    expect(first!.x).toBeLessThan(missing.x);
    expect(first!.x + first!.width).toBeGreaterThan(missing.x);
  });

  test('leave a value between them as a point, even where points are not wanted', () => {
    const bare = build(example('gaps').answer, { points: 'never' });
    const lone = bare.marks.find((mark) => bare.describe(mark).label === '2019年')!;
    expect(bare.points.map(({ id }) => id)).toContain(lone.id);
  });

  test('are not bridged where periods are too many to be filled in', () => {
    const of = answer([
      periods(['1990-01-01', '1990-01-02', '2020-01-01'], 'day'),
      metric('income', INCOME, [1, 2, 3]),
    ]);
    const scene = build(of);
    expect(scene.marks).toHaveLength(3);
    expect(scene.lines.flatMap(({ path }) => stretches(path).map((points) => points.length))).toEqual([2]);
  });

  test('an answer without rows says so', () => {
    const empty = build(example('empty').answer);
    expect([empty.marks, empty.lines, texts(empty, 'lt-empty')]).toEqual([[], [], ['所选范围内没有数据']]);
  });

  test('rows without a period have no place on the axis', () => {
    const scene = build(answer([periods(['2023', null, '2024']), metric('income', INCOME, [1, 9, 2])]));
    expect(scene.marks.map(({ value }) => value)).toEqual([1, 2]);
  });
});

describe('uncertain values', () => {
  test('are hollow points at the end of dashed lines', () => {
    const scene = build(example('gaps').answer);
    const dashed = scene.lines.find(({ look }) => look === 'uncertain')!;
    expect(stretches(dashed.path)).toHaveLength(1);
    expect(stretches(dashed.path)[0]).toHaveLength(3);
    expect(scene.points.filter(({ look }) => look === 'uncertain')).toHaveLength(2);
    expect(texts(scene, 'lt-footnote')).toEqual(['估计', '初步', '无数据']);
  });
});

describe('several lines', () => {
  test('are named at their ends in the order of their values', () => {
    const scene = build(example('several').answer, {}, { widthPx: 900 });
    const names = scene.texts.filter(({ role }) => role === 'lt-name');
    expect(names).toHaveLength(7);
    expect(names.toSorted((a, b) => a.y - b.y).map(({ lines }) => lines[0])).toEqual([
      '拉萨市',
      '日喀则市',
      '昌都市',
      '林芝市',
      '山南市',
      '那曲市',
      '阿里地区',
    ]);
    for (const { x } of names) expect(x).toBeGreaterThan(scene.plot.x + scene.plot.width);
  });

  test('are named in a legend where names at the ends would leave no room', () => {
    const scene = build(example('several').answer, {}, { widthPx: 300, locale: 'bo' });
    const names = scene.texts.filter(({ role }) => role === 'lt-name');
    expect(names).toHaveLength(7);
    for (const { y } of names) expect(y).toBeLessThan(scene.plot.y);
  });

  test('differ in dash as well as in colour', () => {
    const { series } = build(example('several').answer);
    expect(new Set(series.map(({ texture }) => texture)).size).toBe(series.length);
  });

  test('each get a sentence of how they changed', () => {
    expect(build(example('negative').answer).summary).toContain(
      '昌都市：2017年−800万元，2024年1,500万元，增加2,300万元。',
    );
  });
});

describe('the value axis', () => {
  test('starts at zero unless told not to, and then says so', () => {
    const of = example('not-from-zero').answer;
    expect(texts(build(of, { zero: true }), 'lt-tick')).toContain('0%');
    const scene = build(of, { zero: false });
    expect(texts(scene, 'lt-tick')).not.toContain('0%');
    expect(texts(scene, 'lt-footnote')).toContain('数值轴不从0开始');
  });
});

test('one value is a point in the middle', () => {
  const scene = build(answer([periods(['2024']), metric('income', INCOME, [2_160_000])]));
  expect(scene.lines).toEqual([]);
  expect(scene.points).toHaveLength(1);
  expect(scene.summary).toMatch(/^集体经济收入，2024年：216万元。/);
});

test('ten thousand values are laid out quickly', () => {
  const size = dimension(
    'size',
    { 'zh-CN': '规模' },
    Array.from({ length: 10_000 }, (_, index) => index),
    { type: 'number' },
  );
  const of = answer([
    size,
    metric(
      'income',
      INCOME,
      Array.from({ length: 10_000 }, (_, index) => Math.sin(index) * 1e6),
    ),
  ]);
  const started = performance.now();
  expect(build(of).marks).toHaveLength(10_000);
  expect(performance.now() - started).toBeLessThan(3000);
});
