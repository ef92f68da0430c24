import type { BarSpec } from '@lantu/spec';
import { describe, expect, test } from 'vitest';
import { inkBoxes, overlaps } from '../../test/boxes.ts';
import { parseXml } from '../../test/xml.ts';
import { answer, dimension, INCOME, metric, PERSON, periods, VILLAGE } from '../examples/answer.ts';
import type { ChartEnv, ChartState } from '../scene.ts';
import { serialize } from '../svg/serialize.ts';
import { tableOf } from '../table/table.ts';
import { estimateText } from '../text/estimate.ts';
import { barExamples } from './bar.example.ts';
import { bar } from './bar.ts';

const env: ChartEnv = { locale: 'zh-CN', widthPx: 640, measure: estimateText };
const build = (of: ReturnType<typeof answer>, spec: Omit<BarSpec, 'type'> = {}, more: Partial<ChartEnv> = {}) =>
  bar.build(of, { type: 'bar', ...spec }, { ...env, ...more });
const example = (id: string) => barExamples.find((each) => each.id === id)!;
const area = (values: readonly string[]) => dimension('area', { 'zh-CN': '地区' }, values);
const texts = (scene: ReturnType<typeof build>, role: string) =>
  scene.texts.filter((text) => text.role.split(' ').includes(role)).map(({ lines }) => lines.join(''));

describe('standing bars', () => {
  const scene = build(example('income').answer);

  test('are as high as their values: 140 to 216', () => {
    const [first, second] = scene.bars.map(({ box }) => box.height);
    expect(first! / second!).toBeCloseTo(140 / 216, 12);
  });

  test('stand on one line, which is zero', () => {
    const zero = scene.rules.find(({ role }) => role === 'lt-zero')!;
    for (const { box } of scene.bars) expect(Math.abs(box.y + box.height - zero.y1)).toBeLessThanOrEqual(0.5);
  });

  test('say their values in the axis’s unit, which is said once', () => {
    expect(texts(scene, 'lt-value')).toEqual(['140', '216']);
    expect(texts(scene, 'lt-caption')).toEqual(['单位：万元']);
    expect(texts(scene, 'lt-tick')).toContain('250');
  });

  test('say them in words with the full value', () => {
    expect(scene.marks.map((mark) => scene.describe(mark).announcement)).toEqual([
      '2023年，1,400,000元',
      '2024年，2,160,000元',
    ]);
    expect(scene.describe(scene.marks[1]!)).toEqual({
      label: '2024年',
      series: null,
      value: '2,160,000元',
      note: null,
      announcement: '2024年，2,160,000元',
    });
    expect(scene.summary).toContain('集体经济收入，2023—2024年，共2个数值。2023年140万元，2024年216万元，增长54.3%。');
  });

  test('have a table with the same numbers', () => {
    const { columns, rows } = tableOf(scene);
    expect(columns.map(({ title }) => title)).toEqual(['年份', '集体经济收入']);
    expect(rows.map(({ header, cells }) => [header, ...cells])).toEqual([
      ['2023年', '1,400,000元'],
      ['2024年', '2,160,000元'],
    ]);
  });
});

describe('negative values', () => {
  test('go down from zero, positive ones up', () => {
    const scene = build(answer([area(['a', 'b']), metric('change', INCOME, [30, -10])]));
    const [up, down] = scene.bars.map(({ box }) => box);
    expect(up!.y + up!.height).toBeCloseTo(down!.y, 9);
    expect(up!.height / down!.height).toBeCloseTo(3, 9);
  });

  test('go left from zero where bars lie', () => {
    const scene = build(answer([area(['a', 'b']), metric('change', INCOME, [30, -10])]), { orientation: 'horizontal' });
    const [right, left] = scene.bars.map(({ box }) => box);
    expect(left!.x + left!.width).toBeCloseTo(right!.x, 9);
    expect(right!.width / left!.width).toBeCloseTo(3, 9);
  });

  test('stack downwards from zero, apart from the positive ones', () => {
    const kind = dimension('kind', { 'zh-CN': '类' }, ['in', 'more', 'out', 'fees']);
    const scene = build(answer([area(['a', 'a', 'a', 'a']), kind, metric('money', INCOME, [20, 10, -15, -5])]), {
      layout: 'stacked',
    });
    const [first, second, out, fees] = scene.bars.map(({ box }) => box);
    expect(second!.y + second!.height).toBeCloseTo(first!.y, 9);
    expect(out!.y).toBeCloseTo(first!.y + first!.height, 9);
    expect(fees!.y).toBeCloseTo(out!.y + out!.height, 9);
    expect(first!.height / fees!.height).toBeCloseTo(4, 9);
  });

  test('all of them: zero is on top and a gap points down', () => {
    const scene = build(answer([area(['a', 'b']), metric('change', INCOME, [-30, null])]));
    const zero = scene.rules.find(({ role }) => role === 'lt-zero')!;
    for (const { box } of scene.bars) expect(box.y).toBeGreaterThanOrEqual(zero.y1 - 1);
  });
});

describe('what is not there', () => {
  const scene = build(example('gaps').answer);
  const looks = Object.fromEntries(
    scene.marks.map((mark, index) => [scene.describe(mark).label, scene.bars[index]!.look]),
  );

  test('a null and a missing period are dashed slots, not zeros, and are said', () => {
    expect(looks).toMatchObject({ '2019年': 'gap', '2021年': 'gap', '2016年': 'plain' });
    const missing = scene.marks.find((mark) => scene.describe(mark).label === '2021年')!;
    expect([missing.row, missing.value]).toEqual([null, null]);
    expect(scene.describe(missing).announcement).toBe('2021年，无数据');
    expect(scene.summary).toContain('2项没有数据：2019年和2021年。');
    expect(tableOf(scene).rows.find(({ header }) => header === '2021年')?.cells).toEqual(['无数据']);
  });

  test('a zero is a line two pixels thick', () => {
    expect(scene.bars[0]!.box.height).toBe(2);
    expect(texts(scene, 'lt-value')[0]).toBe('0');
  });

  test('estimated and provisional values are drawn as uncertain, noted and explained', () => {
    expect(looks).toMatchObject({ '2024年': 'uncertain', '2025年': 'uncertain' });
    expect(scene.describe(scene.marks.at(-1)!).note).toBe('初步');
    expect(texts(scene, 'lt-footnote')).toEqual(['估计', '初步', '无数据']);
  });

  test('an answer without rows says so', () => {
    const empty = build(example('empty').answer);
    expect(empty.marks).toEqual([]);
    expect(texts(empty, 'lt-empty')).toEqual(['所选范围内没有数据']);
    expect(empty.summary).toBe('所选范围内没有数据');
  });

  test('suppressed values say why', () => {
    const scene = build(example('negative').answer);
    const suppressed = scene.marks.find(({ status }) => status === 'Q')!;
    expect(scene.describe(suppressed).note).toContain('为保护个人信息不予公布');
  });
});

describe('which way bars run', () => {
  test('short names stand below standing bars', () => {
    expect(build(example('negative').answer).direction).toBe('horizontal');
  });

  test('names that do not fit below make bars lie, and are then not cut', () => {
    const scene = build(example('long-names').answer, {}, { locale: 'en', widthPx: 320 });
    expect(scene.direction).toBe('vertical');
    expect(scene.texts.filter(({ full }) => full !== undefined)).toEqual([]);
  });

  test('time always runs from left to right', () => {
    expect(build(example('months').answer, {}, { widthPx: 280 }).direction).toBe('horizontal');
  });

  test('the specification decides where it says so', () => {
    expect(build(example('income').answer, { orientation: 'horizontal' }).direction).toBe('vertical');
  });
});

describe('several series', () => {
  test('stand beside each other and are named in a legend', () => {
    const scene = build(example('grouped').answer);
    expect(scene.series.map(({ title, colour, texture }) => [title, colour, texture])).toEqual([
      ['产业经营', 1, 0],
      ['资产出租', 2, 1],
      ['劳务服务', 3, 2],
    ]);
    const [a, b, c] = scene.bars.map(({ box }) => box);
    expect(a!.x + a!.width).toBeLessThanOrEqual(b!.x);
    expect(b!.x + b!.width).toBeLessThanOrEqual(c!.x);
    expect(texts(scene, 'lt-name')).toEqual(['产业经营', '资产出租', '劳务服务']);
  });

  test('may be metrics of one unit', () => {
    const scene = build(
      answer([
        periods(['2023', '2024']),
        metric('income', INCOME, [3, 4]),
        metric('cost', { 'zh-CN': '成本' }, [1, 2]),
      ]),
    );
    expect(scene.series.map(({ title }) => title)).toEqual(['集体经济收入', '成本']);
    expect(scene.marks.map(({ value }) => value)).toEqual([3, 1, 4, 2]);
  });

  test('the total of a stack is said only where every part has a value', () => {
    const kind = dimension('kind', { 'zh-CN': '类' }, ['x', 'y', 'x', 'y']);
    const scene = build(
      answer([
        periods(['2023', '2023', '2024', '2024']),
        kind,
        metric('income', INCOME, [20_000, 30_000, 40_000, null]),
      ]),
      {
        layout: 'stacked',
      },
    );
    expect(texts(scene, 'lt-total')).toEqual(['5']);
  });
});

describe('words at bars', () => {
  const many = answer([
    area(Array.from({ length: 30 }, (_, index) => `${index}`)),
    metric(
      'people',
      INCOME,
      Array.from({ length: 30 }, (_, index) => 123_456 + 10 * index),
      PERSON,
    ),
  ]);

  test('are left out where they do not all fit', () => {
    expect(texts(build(many, { orientation: 'vertical' }), 'lt-value')).toEqual([]);
  });

  test('are as many as fit where they are asked for, and do not touch', () => {
    const scene = build(many, { orientation: 'vertical', labels: 'always' });
    expect(texts(scene, 'lt-value').length).toBeGreaterThan(5);
    expect(overlaps(inkBoxes(scene))).toEqual([]);
  });

  test('say how exactly a figure is known', () => {
    const cell = {
      origins: [],
      natures: ['transcribed' as const],
      statuses: ['A' as const],
      quotes: [],
      exactness: 'more-than' as const,
    };
    const scene = build(
      answer([periods(['2024']), metric('villages', INCOME, [300], VILLAGE)], { cells: { villages: [cell] } }),
    );
    expect(texts(scene, 'lt-value')).toEqual(['超过300']);
    expect(scene.describe(scene.marks[0]!).value).toBe('超过300个村');
    expect(tableOf(scene).rows[0]?.cells).toEqual(['超过300个村']);
  });
});

test('simulated data say so in the picture, and where only some are, that', () => {
  expect(texts(build(example('long-names').answer), 'lt-caution')).toEqual(['模拟数据，并非真实情况']);
  expect(texts(build(example('gaps').answer), 'lt-caution')).toEqual(['含模拟数据，并非全部真实']);
  expect(texts(build(example('income').answer), 'lt-caution')).toEqual([]);
});

test('a number without a dimension is one bar with the metric’s name', () => {
  const scene = build(example('one').answer);
  expect(scene.marks.map((mark) => scene.describe(mark).announcement)).toEqual(['工作队，1,148支']);
});

test('marks are a full grid in reading order: every series at each position', () => {
  const { marks, series } = build(example('stacked').answer, { layout: 'stacked' });
  for (const [index, mark] of marks.entries()) expect(mark.position * series.length + mark.series).toBe(index);
});

test('an update keeps the ids of what is the same', () => {
  const ids = (of: ReturnType<typeof answer>) => build(of).bars.map(({ id }) => id);
  const before = ids(answer([area(['a', 'b', 'c']), metric('income', INCOME, [1, 2, 3])]));
  const after = ids(answer([area(['b', 'c']), metric('income', INCOME, [5, 6])]));
  expect(after).toEqual(before.slice(1));
});

test('five thousand categories are laid out quickly, drawn as one outline, and all stay reachable', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `村 ${index}`);
  const of = answer([
    area(names),
    metric(
      'income',
      INCOME,
      names.map((_, index) => 1e6 + index),
    ),
  ]);
  const started = performance.now();
  const scene = build(of);
  expect(performance.now() - started).toBeLessThan(3000);
  expect([scene.marks.length, scene.bars.length, scene.silhouettes.length]).toEqual([5000, 0, 1]);
  expect(texts(scene, 'lt-name').length).toBeLessThanOrEqual(60);
  expect(scene.heightPx).toBeLessThan(2000);
});

test.each([280, 640, 1400])('at %i px no text is under 12 px, and in the large mode none under 18 px', (widthPx) => {
  for (const { answer: of, spec } of barExamples) {
    const sizes = (size: 'regular' | 'large') =>
      bar
        .build(of, spec, { ...env, widthPx, size, title: '标题', sources: true })
        .texts.map(({ fontSize }) => fontSize);
    expect(Math.min(...sizes('regular'))).toBeGreaterThanOrEqual(12);
    expect(Math.min(...sizes('large'))).toBeGreaterThanOrEqual(18);
  }
});

test('a height that is given is kept where there is room for the chart', () => {
  expect(build(example('income').answer, {}, { heightPx: 420 }).heightPx).toBeLessThanOrEqual(421);
  expect(build(example('shares').answer, {}, { heightPx: 420 }).heightPx).toBeLessThanOrEqual(421);
});

test.each(['zh-CN', 'bo', 'en'] as const)(
  'rows that are to be lower than they can be keep every name and figure, and none touches another (%s)',
  (locale) => {
    for (const { id, answer: of, spec } of barExamples) {
      for (const [widthPx, size] of [
        [280, 'regular'],
        [640, 'regular'],
        [700, 'large'],
      ] as const) {
        const more = { locale, widthPx, size };
        const own = bar.build(of, { ...spec, orientation: 'horizontal' }, { ...env, ...more });
        const low = bar.build(of, { ...spec, orientation: 'horizontal' }, { ...env, ...more, heightPx: 1 });
        const words = (scene: typeof own) => scene.texts.map((text) => [text.role, text.lines]);
        expect(words(low), id).toEqual(words(own));
        expect(overlaps(inkBoxes(low)), id).toEqual([]);
        expect(low.heightPx, id).toBeLessThanOrEqual(own.heightPx);
      }
    }
  },
);

test('rows become lower as far as their names and figures allow', () => {
  const industries = Array.from({ length: 9 }, (_, index) => `industry ${index}`);
  const millions = industries.map((_, index) => 1e6 * (index + 1));
  const of = answer([area(industries), metric('income', INCOME, millions)]);
  const built = (heightPx?: number) =>
    build(of, { orientation: 'horizontal' }, heightPx === undefined ? {} : { heightPx });
  const own = built().heightPx;
  expect(Math.abs(built(own * 0.9).heightPx - own * 0.9)).toBeLessThanOrEqual(1);
  const least = built(own * 0.5);
  expect(least.heightPx).toBeGreaterThan(own * 0.7);
  expect(texts(least, 'lt-name')).toEqual(industries);
  expect(texts(least, 'lt-value')).toHaveLength(9);
});

test('rows without a period stand in the table only', () => {
  const scene = build(answer([periods(['2023', null, '2024']), metric('income', INCOME, [1, 9, 2])]));
  expect(scene.marks.map(({ value }) => value)).toEqual([1, 2]);
  expect(tableOf(scene).rows).toHaveLength(3);
});

test('a category without a name is drawn as any other', () => {
  const scene = build(answer([dimension('area', { 'zh-CN': '地区' }, ['a', null]), metric('income', INCOME, [1, 2])]));
  expect(scene.marks.map((mark) => scene.describe(mark).label)).toEqual(['a', '无数据']);
});

test('an axis of numbers says what it counts', () => {
  expect(texts(build(example('classes').answer), 'lt-caption')).toEqual(['单位：个村', '年收入（万元）']);
});

describe('what a reader points at or chooses', () => {
  const income = build(example('income').answer);
  const [first, second] = income.marks;
  const classes = (state: ChartState) =>
    parseXml(`<svg>${serialize(bar.render(income, state))}</svg>`).map(({ attributes }) => attributes['class'] ?? '');

  test('a focused bar has a ring, drawn under the words', () => {
    const drawn = classes({ focus: second!.id });
    expect(drawn.filter((name) => name.startsWith('lt-ring'))).toEqual(['lt-ring-edge', 'lt-ring']);
    expect(drawn.indexOf('lt-ring')).toBeLessThan(drawn.indexOf('lt-value'));
    expect(classes({}).filter((name) => name.startsWith('lt-ring'))).toEqual([]);
  });

  test('all but the chosen bars are faint', () => {
    expect(classes({ selected: new Set([first!.id]) }).filter((name) => name.startsWith('lt-mark'))).toEqual([
      'lt-mark',
      'lt-mark lt-faint',
    ]);
  });

  test('a focus that is not in the scene is no focus', () => {
    expect(classes({ focus: 'gone' })).toEqual(classes({}));
  });
});
