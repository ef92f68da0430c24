import { LantuError } from '@lantu/spec';
import { html, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../test/xml.ts';
import { barExamples } from '../bar/bar.example.ts';
import { answer, dimension, INCOME, metric } from '../examples/answer.ts';
import { kpiExamples } from '../kpi/kpi.example.ts';
import { lineExamples } from '../line/line.example.ts';
import { serialize } from './serialize.ts';
import { renderToSvg } from './svg.ts';

const examples = [
  ...barExamples.map((each) => ({ ...each, name: `bar-${each.id}` })),
  ...lineExamples.map((each) => ({ ...each, name: `line-${each.id}` })),
  ...kpiExamples.map((each) => ({ ...each, name: `kpi-${each.id}` })),
];
const income = barExamples[0]!;
const options = { locale: 'zh-CN', widthPx: 480, theme: 'light' } as const;

describe('a picture', () => {
  test.each(examples)('$name stays as it was drawn and looked at', async ({ name, answer: of, spec, title }) => {
    const picture = renderToSvg(of, spec, { ...options, title: title['zh-CN'], id: name });
    await expect(picture.replaceAll('><', '>\n<')).toMatchFileSnapshot(`__snapshots__/${name}.svg`);
  });

  test.each(examples)('$name is well-formed XML in every language and theme', ({ answer: of, spec }) => {
    for (const locale of ['zh-CN', 'bo', 'en'] as const) {
      for (const theme of ['light', 'dark', 'auto'] as const) {
        const [root] = parseXml(renderToSvg(of, spec, { locale, theme, widthPx: 360 }));
        expect(root?.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg', role: 'img', lang: locale });
      }
    }
  });

  test('tells its title and its summary', () => {
    const elements = parseXml(renderToSvg(income.answer, income.spec, { ...options, title: '收入' }));
    const [root, title, desc] = elements;
    expect([title?.name, title?.text]).toEqual(['title', '收入']);
    expect([desc?.name, desc?.text]).toEqual(['desc', expect.stringContaining('增长54.3%')]);
    expect(root?.attributes['aria-labelledby']).toBe(`${title?.attributes['id']} ${desc?.attributes['id']}`);
  });

  test('says its sources and as of when', () => {
    const texts = parseXml(renderToSvg(income.answer, income.spec, options)).filter(({ name }) => name === 'text');
    expect(texts.map(({ text }) => text)).toContain('来源：《一张蓝图绘到底》。数据截至2025年12月31日。');
  });

  test('needs no style sheet: all looks are attributes, none is a style attribute', () => {
    for (const theme of ['light', 'dark'] as const) {
      const elements = parseXml(renderToSvg(income.answer, income.spec, { ...options, theme }));
      expect(
        elements.filter(({ name, attributes }) => name === 'style' || 'style' in attributes || 'class' in attributes),
      ).toEqual([]);
      const bars = elements.filter(({ name, attributes }) => name === 'rect' && 'fill' in attributes);
      for (const { attributes } of bars) expect(attributes['fill']).toMatch(/^(#[0-9a-f]{6}|url\(#[\w-]+\))$/);
    }
  });

  test('is named by its metric where it has no title', () => {
    const elements = parseXml(renderToSvg(income.answer, income.spec, options));
    expect(elements.find(({ name }) => name === 'title')?.text).toBe(INCOME['zh-CN']);
  });

  test('turns dark with its reader where the theme is left to them', () => {
    const elements = parseXml(renderToSvg(income.answer, income.spec, { locale: 'zh-CN', widthPx: 480 }));
    const style = elements.find(({ name }) => name === 'style');
    expect(style?.text).toContain('@media (prefers-color-scheme:dark)');
    expect(style?.text).toContain('.lt-fill-1{fill:#6aaef0}');
  });

  test('is refused for what is no picture, with what is', () => {
    const draw = () => renderToSvg(income.answer, { type: 'table' }, options);
    expect(draw).toThrow(LantuError);
    expect(draw).toThrow('received "table"; allowed "bar", "line", "kpi"');
  });
});

const DRAWN = ['svg', 'title', 'desc', 'rect', 'defs', 'pattern', 'path', 'g', 'line', 'text', 'tspan'];

describe('hostile text is text', () => {
  const hostile = [
    `"; DROP TABLE x; --`,
    `'"><script>alert(1)</script>`,
    '<img src=x onerror=alert(1)>',
    ' class="lt-bar" onload="x',
    ']]>&amp;<!--',
    'a\u0000b\u0008c\ud800d\ufffe',
    '</text></svg>',
  ];

  test.each(['vertical', 'horizontal'] as const)('in names (%s)', (orientation) => {
    const of = answer([
      dimension('area', { 'zh-CN': '"<&>\'' }, hostile),
      metric(
        'income',
        { 'zh-CN': '<b>&"' },
        hostile.map((_, index) => index),
      ),
    ]);
    const elements = parseXml(
      renderToSvg(of, { type: 'bar', orientation }, { ...options, title: hostile.join(' '), widthPx: 1400 }),
    );
    expect(elements.map(({ name }) => name).filter((name) => !DRAWN.includes(name))).toEqual([]);
    expect(elements.filter(({ attributes }) => Object.keys(attributes).some((name) => name.startsWith('on')))).toEqual(
      [],
    );
    const drawn = elements
      .filter(({ name }) => name === 'text')
      .map(({ text }) => text)
      .join('\n');
    expect(drawn).toContain('<img src=x');
  });

  test('100 KB long is cut in the picture, whole in its title, and takes little time', () => {
    const long = '村'.repeat(50_000);
    const of = answer([dimension('area', { 'zh-CN': '地区' }, [long, 'b']), metric('income', INCOME, [1, 2])]);
    const started = performance.now();
    const elements = parseXml(renderToSvg(of, { type: 'bar' }, options));
    expect(performance.now() - started).toBeLessThan(2000);
    const name = elements.find((each, index) => each.name === 'title' && elements[index - 1]?.name === 'text');
    expect(name?.text).toBe(long);
  });
});

describe('a template as XML', () => {
  test('nests, repeats, leaves out nothing and null, and quotes bare attributes', () => {
    const items = repeat(
      ['a', 'b'],
      (each) => each,
      (each) => svg`<text x=${1}>${each}</text>`,
    );
    expect(serialize(svg`<g class="x ${'y'}" id=${'<'}>${items}${null}${[svg`<path d=${'M0'}></path>`]}</g>`)).toBe(
      '<g class="x y" id="&lt;"><text x="1">a</text><text x="1">b</text><path d="M0"></path></g>',
    );
  });

  test.each([
    ['an event', html`<g @click=${() => 0}></g>`],
    ['a property', html`<g .data=${1}></g>`],
    ['a boolean', html`<g ?hidden=${true}></g>`],
  ])('refuses %s binding', (_, template) => {
    expect(() => serialize(template)).toThrow(TypeError);
  });
});
