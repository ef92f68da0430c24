/// <reference types="vite/client" />
import { html, render } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { barExamples } from '../bar/bar.example.ts';
import { bar } from '../bar/bar.ts';
import { answer, dimension, INCOME, metric } from '../examples/answer.ts';
import { lineExamples } from '../line/line.example.ts';
import { line } from '../line/line.ts';
import type { Chart, Scene } from '../scene.ts';
import { serialize } from '../svg/serialize.ts';
import { renderToSvg } from '../svg/svg.ts';
import { estimateText } from '../text/estimate.ts';
import { canvasMeasure, FONT_FAMILY } from '../text/measure.ts';
import { chartStyles } from '../theme/styles.ts';

const fromNode = import.meta.glob('../svg/__snapshots__/*.svg', { query: '?raw', import: 'default', eager: true });
const examples = [
  ...barExamples.map((each) => ({ ...each, name: `bar-${each.id}`, chart: bar as Chart })),
  ...lineExamples.map((each) => ({ ...each, name: `line-${each.id}`, chart: line as Chart })),
];
const LOCALES = ['zh-CN', 'bo', 'en'] as const;

const hosts: HTMLElement[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

function page(): ShadowRoot {
  const host = document.createElement('div');
  host.style.fontFamily = FONT_FAMILY;
  document.body.append(host);
  hosts.push(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [chartStyles.styleSheet!];
  return root;
}

function draw(root: ShadowRoot, chart: Chart, scene: Scene): SVGSVGElement {
  render(
    html`<svg class="lt-chart" width=${scene.widthPx} height=${scene.heightPx}>${chart.render(scene)}</svg>`,
    root,
  );
  return root.querySelector('svg')!;
}

/** Names, attributes and texts, without Lit's markers. */
function outline(node: Node): unknown[] {
  return [...node.childNodes].flatMap((child): unknown[] => {
    if (child instanceof Comment) return [];
    if (child instanceof Text) return child.data ? [child.data] : [];
    const attributes = [...(child as Element).attributes].map(({ name, value }) => `${name}=${value}`).sort();
    return [[(child as Element).localName, attributes, outline(child)]];
  });
}

describe('the page and Node draw the same', () => {
  test.each(examples)('$name: byte for byte as a standalone picture', ({ name, answer: of, spec, title }) => {
    const picture = renderToSvg(of, spec, {
      locale: 'zh-CN',
      widthPx: 480,
      theme: 'light',
      title: title['zh-CN'],
      id: name,
    });
    expect(picture.replaceAll('><', '>\n<')).toBe(fromNode[`../svg/__snapshots__/${name}.svg`]);
  });

  test.each(examples)('$name: Lit makes the elements that the text says', ({ answer: of, spec, chart }) => {
    const scene = chart.build(of, spec, { locale: 'bo', widthPx: 420, measure: estimateText });
    const xml = `<svg xmlns="http://www.w3.org/2000/svg">${serialize(chart.render(scene))}</svg>`;
    const parsed = new DOMParser().parseFromString(xml, 'image/svg+xml');
    expect(outline(draw(page(), chart, scene))).toEqual(outline(parsed.documentElement));
  });
});

describe('measuring', () => {
  test.each(LOCALES)('what is estimated is not narrower than what Chromium sets, in %s', (locale) => {
    for (const { answer: of, spec, chart } of examples) {
      const svg = draw(page(), chart, chart.build(of, spec, { locale, widthPx: 640, measure: estimateText }));
      for (const text of svg.querySelectorAll<SVGTextContentElement>('text:not(:has(tspan, title)), tspan')) {
        const { fontSize, fontWeight } = getComputedStyle(text);
        const weight = fontWeight === '600' ? 600 : 400;
        const estimated = estimateText(text.textContent ?? '', { fontSize: Number.parseFloat(fontSize), weight });
        expect(text.getComputedTextLength(), text.textContent ?? '').toBeLessThanOrEqual(estimated * 1.02 + 1);
      }
    }
  });

  test('on a canvas gives the width that the page sets', () => {
    const measure = canvasMeasure(FONT_FAMILY);
    const svg = draw(
      page(),
      bar as Chart,
      bar.build(barExamples[0]!.answer, barExamples[0]!.spec, { locale: 'zh-CN', widthPx: 480, measure }),
    );
    for (const text of svg.querySelectorAll('text')) {
      const measured = measure(text.textContent ?? '', {
        fontSize: Number.parseFloat(getComputedStyle(text).fontSize),
      });
      expect(Math.abs(text.getComputedTextLength() - measured)).toBeLessThan(1);
    }
  });
});

test('an update touches only the bars that changed', () => {
  const area = dimension('area', { 'zh-CN': '地区' }, ['a', 'b', 'c']);
  const scene = (values: number[]) =>
    bar.build(
      answer([area, metric('income', INCOME, values)]),
      { type: 'bar' },
      { locale: 'zh-CN', widthPx: 480, measure: estimateText },
    );
  const root = page();
  draw(root, bar as Chart, scene([100, 50, 30]));
  const observer = new MutationObserver(() => {});
  observer.observe(root, { subtree: true, attributes: true, childList: true, characterData: true });
  draw(root, bar as Chart, scene([100, 50, 60]));
  const changes = observer.takeRecords();
  expect(new Set(changes.map(({ target, attributeName }) => `${target.nodeName} ${attributeName}`))).toEqual(
    new Set(['rect y', 'rect height', 'text y', '#text null']),
  );
  expect(changes).toHaveLength(4);
});

describe('colours', () => {
  const fill = (root: ShadowRoot) => getComputedStyle(root.querySelector('.lt-fill-1')!).fill;
  const scene = bar.build(barExamples[0]!.answer, barExamples[0]!.spec, {
    locale: 'zh-CN',
    widthPx: 480,
    measure: estimateText,
  });

  test('follow the color-scheme in force', () => {
    const root = page();
    draw(root, bar as Chart, scene);
    expect(fill(root)).toBe('rgb(29, 99, 168)');
    (root.host as HTMLElement).style.colorScheme = 'dark';
    expect(fill(root)).toBe('rgb(106, 174, 240)');
  });

  test('are the page’s where it sets them', () => {
    const root = page();
    (root.host as HTMLElement).style.setProperty('--lantu-series-1', 'rgb(1, 2, 3)');
    draw(root, bar as Chart, scene);
    expect(fill(root)).toBe('rgb(1, 2, 3)');
  });
});
