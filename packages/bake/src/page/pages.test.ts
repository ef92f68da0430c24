import { csvOf, exportGrid } from '@lantu/charts/table';
import { type Locale, WIDGET_FORMAT, type WidgetDocument } from '@lantu/spec';
import { formatter } from '@lantu/spec/locale';
import { type ParserError, parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleWidget, widget } from '../../test/widgets.ts';
import type { Files, PageInput, PublishedInput } from '../bake/published.ts';
import { picturesOf } from '../picture/index.ts';
import { pagesOf } from './pages.ts';

const LOCALES = ['zh-CN', 'bo', 'en'] as const satisfies readonly Locale[];
const VERSION = '0123456789abcdef';

const drawn = new Map<string, Promise<Files>>();

async function pageInput(input: PublishedInput, more: Partial<PageInput> = {}): Promise<PageInput> {
  const key = JSON.stringify([input.blueprint, input.locales]);
  const pictures = drawn.get(key) ?? picturesOf(input);
  drawn.set(key, pictures);
  const document: WidgetDocument = {
    lantu: WIDGET_FORMAT,
    version: VERSION,
    folder: './',
    blueprint: input.blueprint,
    answers: input.answers,
    locales: input.locales,
  };
  const files = new Map();
  return {
    ...input,
    document,
    kind: 'frozen',
    version: VERSION,
    loader: '../../../embed/embed.js',
    pictures: await pictures,
    files,
    ...more,
  };
}

const textOf = (files: Files, name: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(name));

interface Read {
  readonly elements: readonly Tree.Element[];
  readonly problems: readonly string[];
}

/** The elements of a document or a fragment in their order, and what a parser finds wrong with it. */
function read(markup: string): Read {
  const problems: string[] = [];
  const onParseError = ({ code, startLine }: ParserError): void => {
    problems.push(`${code} in line ${startLine}: ${markup.split('\n')[startLine - 1]}`);
  };
  const root = markup.startsWith('<!doctype')
    ? parse(markup, { onParseError })
    : parseFragment(markup, { onParseError });
  const elements: Tree.Element[] = [];
  const walk = (node: Tree.Node): void => {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(root);
  return { elements, problems };
}

const attribute = (element: Tree.Element | undefined, name: string): string | undefined =>
  element?.attrs.find((each) => each.name === name)?.value;
const named = ({ elements }: Read, tag: string): Tree.Element[] => elements.filter(({ tagName }) => tagName === tag);
function contentOf(node: Tree.Node | undefined): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(contentOf).join('') : '';
}
/** The cells of the table, a row a list. */
const cellsOf = (markup: string): string[][] =>
  named(read(markup), 'tr').map(({ childNodes }) => childNodes.filter((each) => 'tagName' in each).map(contentOf));

describe.each(['bar-income', 'bar-long-names', 'kpi-income'])('the pages of %s', { timeout: 120_000 }, (name) => {
  const input = exampleWidget(name);
  let files: Files;
  let pictures: Files;
  beforeAll(async () => {
    const whole = await pageInput(input);
    files = pagesOf(whole);
    pictures = whole.pictures;
  }, 120_000);

  test('are all there', () => {
    const each = LOCALES.flatMap((locale) =>
      ['txt', 'csv', 'still.html', 'inline.html', 'html'].map((end) => `${locale}.${end}`),
    );
    expect([...files.keys()].sort()).toEqual([...each, 'page.css', 'icon.svg'].sort());
  });

  test.each(LOCALES)('are HTML that a parser finds nothing wrong with, with ids that occur once (%s)', (locale) => {
    for (const end of ['html', 'still.html', 'inline.html']) {
      const { elements, problems } = read(textOf(files, `${locale}.${end}`));
      expect(problems, end).toEqual([]);
      const ids = elements.flatMap((each) => attribute(each, 'id') ?? []);
      expect(new Set(ids).size, end).toBe(ids.length);
    }
  });

  test.each(LOCALES)('live under a policy that allows neither style nor code inside (%s)', (locale) => {
    for (const end of ['html', 'still.html', 'inline.html']) {
      const page = read(textOf(files, `${locale}.${end}`));
      expect(named(page, 'style')).toEqual([]);
      const scripts = named(page, 'script').filter((each) => contentOf(each) !== '');
      expect(scripts.filter(({ attrs }) => !attrs.some(({ value }) => value === 'application/json'))).toEqual([]);
      const attributes = page.elements.flatMap(({ attrs }) => attrs.map((each) => each.name));
      expect(attributes.filter((each) => each === 'style' || each.startsWith('on'))).toEqual([]);
    }
  });

  test.each(LOCALES)(
    'have the summary as the text alternative of the picture, and its height beforehand (%s)',
    (locale) => {
      const still = read(textOf(files, `${locale}.still.html`));
      const [image] = named(still, 'img');
      const desc = /<desc[^>]*>([^<]*)</.exec(textOf(pictures, `${locale}.light.svg`))?.[1];
      expect(attribute(image, 'alt')).toBe(desc);
      expect(attribute(image, 'width')).toBe(name.startsWith('kpi') ? '112' : '100%');
      for (const each of [...named(still, 'source'), ...named(still, 'img')]) {
        const address = attribute(each, 'src') ?? attribute(each, 'srcset') ?? '';
        const svg = textOf(pictures, address.slice(2));
        expect(attribute(each, 'height'), address).toBe(/ height="(\d+)"/.exec(svg)?.[1]);
      }
    },
  );
  test.each(LOCALES)('show in their table the numbers of the answer, in full (%s)', (locale) => {
    const format = formatter(locale);
    const metric = input.answer.columns.find((each) => each.role === 'metric');
    const wanted = metric?.values.map((value) => format.value(value as number, metric.unit, metric.decimals));
    for (const end of ['html', 'still.html', 'inline.html']) {
      const [, ...rows] = cellsOf(textOf(files, `${locale}.${end}`));
      expect(
        rows.map(([, value]) => value),
        end,
      ).toEqual(wanted);
    }
  });

  test.each(LOCALES)('export the table as the live widget does, and say in words what it shows (%s)', (locale) => {
    const format = formatter(locale);
    expect(textOf(files, `${locale}.csv`)).toBe(csvOf(exportGrid(input.answer, format)));
    const text = textOf(files, `${locale}.txt`);
    expect(text.split('\n')[0]).toBe(format.textIn(input.blueprint.title));
    expect(text).toContain(attribute(named(read(textOf(files, `${locale}.still.html`)), 'img')[0], 'alt'));
    expect(text).toContain(format.text('as-of.sentence', { date: format.period('2025-12-31') }));
    const simulated = input.answer.provenance.natures.includes('simulated');
    expect(text.includes(format.text('simulated.note'))).toBe(simulated);
  });

  test('have the same bytes when they are written again', async () => {
    expect(pagesOf(await pageInput(input))).toEqual(files);
  });
});

describe('the standalone page', { timeout: 120_000 }, () => {
  const input = exampleWidget('bar-income');

  test('is the widget with its still inside, the loader and the style sheet beside it', async () => {
    const page = read(textOf(pagesOf(await pageInput(input)), 'en.html'));
    const [root] = named(page, 'html');
    expect([attribute(root, 'lang'), attribute(root, 'data-lantu-page')]).toEqual(['en', '']);
    const [element] = named(page, 'lantu-widget');
    expect(attribute(element, 'src')).toBe('./widget.json');
    expect(element?.childNodes.some((each) => 'tagName' in each && attribute(each, 'role') === 'figure')).toBe(true);
    expect(attribute(named(page, 'script')[0], 'src')).toBe('../../../embed/embed.js');
    expect(contentOf(named(page, 'title')[0])).toBe('Collective income of the Zhari Namco community');
    expect(named(page, 'h1')).toHaveLength(1);
    expect(named(page, 'a').map((each) => attribute(each, 'href'))).toEqual([
      './zh-CN.html',
      './bo.html',
      './en.csv',
      './en.light.svg',
      './en.light.png',
    ]);
  });

  test('names an icon that stands beside it, so that browsers look for none elsewhere', async () => {
    const files = pagesOf(await pageInput(input));
    for (const locale of LOCALES) {
      const links = named(read(textOf(files, `${locale}.html`)), 'link');
      const icon = links.find((each) => attribute(each, 'rel') === 'icon');
      expect(attribute(icon, 'type')).toBe('image/svg+xml');
      expect(textOf(files, attribute(icon, 'href')?.slice(2) ?? '')).toMatch(/^<svg xmlns="[\s\S]*<\/svg>\n$/);
    }
  });

  test('names its picture and its oEmbed document where its address is known, and only there', async () => {
    const baseUrl = 'https://example.gov.cn/w/';
    const meta = (page: Read) =>
      Object.fromEntries(
        named(page, 'meta').map((each) => [
          attribute(each, 'property') ?? attribute(each, 'name'),
          attribute(each, 'content'),
        ]),
      );
    const frozen = pagesOf(await pageInput(input, { baseUrl }));
    const page = read(textOf(frozen, 'en.html'));
    const folder = `${baseUrl}bar-income/${VERSION}/`;
    expect(meta(page)).toMatchObject({
      'og:image': `${folder}en.light.png`,
      'og:image:width': '1280',
      'og:url': `${folder}en.html`,
      'twitter:card': 'summary_large_image',
    });
    const links = named(page, 'link').map((each) => [attribute(each, 'type'), attribute(each, 'href')]);
    expect(links).toContainEqual(['application/json+oembed', `${folder}oembed.en.json`]);
    const bare = pagesOf(await pageInput(input));
    expect(meta(read(textOf(bare, 'en.html')))).not.toHaveProperty('og:image');
    expect([...bare.keys()].filter((each) => each.startsWith('oembed'))).toEqual([]);
    expect(textOf(bare, 'en.html')).not.toContain('http');
  });

  test.each(['live', 'frozen'] as const)('has an oEmbed document of the %s widget', async (kind) => {
    const files = pagesOf(
      await pageInput(input, {
        kind,
        baseUrl: 'https://example.gov.cn/w/',
        loader: kind === 'live' ? '../../embed/embed.js' : '../../../embed/embed.js',
      }),
    );
    const oembed = JSON.parse(textOf(files, 'oembed.bo.json')) as Record<string, unknown>;
    const folder = `https://example.gov.cn/w/bar-income/${kind === 'frozen' ? `${VERSION}/` : ''}`;
    expect(oembed).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 640,
      thumbnail_url: `${folder}bo.light.png`,
      thumbnail_width: 1280,
    });
    const [frame] = named(read(String(oembed['html'])), 'iframe');
    expect(attribute(frame, 'src')).toBe(`${folder}bo.html`);
    expect(attribute(frame, 'title')).toBe(input.blueprint.title.bo);
  });
});

describe('a still', { timeout: 120_000 }, () => {
  test('has its picture inside where that is asked for, as wide as its column and named', async () => {
    const still = read(textOf(pagesOf(await pageInput(exampleWidget('bar-long-names'))), 'zh-CN.inline.html'));
    expect(named(still, 'img')).toEqual([]);
    const [svg] = named(still, 'svg');
    expect(attribute(svg, 'width')).toBe('100%');
    expect(attribute(svg, 'role')).toBe('img');
    expect(named(still, 'desc').map(contentOf).join()).toContain('共4项');
  });

  test('says below the subtitle, once, what each filter is set to', async () => {
    const { answer, blueprint } = exampleWidget('bar-income');
    const filters: PublishedInput['blueprint']['filters'] = [
      { type: 'choice', field: 'area', label: { 'zh-CN': '地市', en: 'Prefecture' } },
      { type: 'range', field: 'period', label: { 'zh-CN': '年份', en: 'Year' } },
    ];
    const filtered = widget({ ...blueprint, subtitle: { 'zh-CN': '措勤县' }, filters }, answer);
    const stillOf = async (settings: PublishedInput['settings'], name: string) =>
      read(textOf(pagesOf(await pageInput({ ...filtered, settings })), name));
    const head = (still: Read) => {
      const [subtitle, below] = named(still, 'p');
      const texts = below?.childNodes.filter((each) => 'tagName' in each).map(contentOf);
      return [attribute(subtitle, 'lang'), contentOf(subtitle), attribute(below, 'class'), texts];
    };
    const set = [{}, { from: '2023', to: '2024' }];
    expect(head(await stillOf(set, 'zh-CN.still.html'))).toEqual([
      'zh-CN',
      '措勤县',
      'lantu-filters',
      ['地市：全部', '年份：2023—2024年'],
    ]);
    expect(head(await stillOf([{}, {}], 'en.html'))).toEqual([
      'zh-CN',
      '措勤县',
      'lantu-filters',
      ['Prefecture: All', 'Year: All'],
    ]);
    const plain = read(textOf(pagesOf(await pageInput(exampleWidget('bar-income'))), 'en.still.html'));
    expect(named(plain, 'p').filter((each) => attribute(each, 'class') === 'lantu-filters')).toEqual([]);
  });

  test('of a table is the table, open, with the mark of simulated data', async () => {
    const { answer, blueprint } = exampleWidget('bar-long-names');
    const files = pagesOf(await pageInput(widget({ ...blueprint, chart: { type: 'table' } }, answer)));
    const still = read(textOf(files, 'zh-CN.still.html'));
    expect(named(still, 'picture')).toEqual([]);
    expect(named(still, 'details')).toHaveLength(1);
    expect(contentOf(named(still, 'b')[0])).toBe('模拟数据，并非真实情况');
    expect(cellsOf(textOf(files, 'zh-CN.still.html'))[1]).toEqual([
      '为民办事服务（含代办、陪诊、走访和调解）',
      '1,286人',
    ]);
    expect(textOf(files, 'zh-CN.inline.html')).toBe(textOf(files, 'zh-CN.still.html'));
  });

  test('links to sources on the web only', async () => {
    const { answer, blueprint } = exampleWidget('bar-income');
    const [origin] = answer.provenance.origins;
    const linked = (url: string) => ({
      ...answer,
      provenance: { ...answer.provenance, origins: [{ ...origin!, url }] },
    });
    const linksOf = async (url: string) =>
      named(read(textOf(pagesOf(await pageInput(widget(blueprint, linked(url)))), 'en.still.html')), 'a');
    expect((await linksOf('https://example.org/a?b&c')).map((each) => attribute(each, 'href'))).toEqual([
      'https://example.org/a?b&c',
    ]);
    expect(await linksOf('javascript:alert(1)')).toEqual([]);
  });

  test('keeps hostile texts texts, in every file', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)> & ' ="./x`;
    const { answer, blueprint } = exampleWidget('bar-income');
    const [period, income] = answer.columns;
    const title = { 'zh-CN': hostile };
    const origins = answer.provenance.origins.map((each) => ({ ...each, title, producer: title, citation: title }));
    const input = widget(
      { ...blueprint, title, subtitle: title, notes: title },
      {
        ...answer,
        columns: [period, { ...income, title }] as typeof answer.columns,
        provenance: { ...answer.provenance, origins },
      },
    );
    const files = pagesOf(await pageInput(input, { baseUrl: 'https://example.gov.cn/w/' }));
    for (const name of [...files.keys()].filter((each) => each.endsWith('.html'))) {
      const { elements, problems } = read(textOf(files, name));
      expect(problems, name).toEqual([]);
      expect(
        elements.filter(({ tagName, attrs }) => tagName === 'script' && attrs.length === 0),
        name,
      ).toEqual([]);
      expect(
        elements.flatMap(({ attrs }) => attrs).filter((each) => each.name.startsWith('on')),
        name,
      ).toEqual([]);
      expect(
        elements.filter(({ tagName }) => tagName === 'img').every((each) => attribute(each, 'src') !== 'x'),
        name,
      ).toBe(true);
      expect(contentOf(elements.find(({ tagName }) => /^h[13]$/.test(tagName))), name).toBe(hostile);
      expect(textOf(files, name).match(/\s(?:src|srcset|href)="\.\/x/g), name).toBeNull();
    }
  });
});

describe('the still of a card', { timeout: 120_000 }, () => {
  const stillOf = async (name: string, end = 'still.html') =>
    read(textOf(pagesOf(await pageInput(exampleWidget(name))), `en.${end}`));
  const paragraphs = (still: Read) => named(still, 'p').map((each) => contentOf(each).replace(/\s+/g, ' ').trim());

  test('says nature, period, number and change in words, and has its series as picture', async () => {
    for (const end of ['still.html', 'inline.html']) {
      const still = await stillOf('kpi-months', end);
      const [nature, period, number, change] = paragraphs(still);
      expect([nature, period, change]).toEqual([
        'Simulated data, not real',
        'December 2024',
        '▲ +12.3% up 12.3% on November 2024',
      ]);
      expect(number).toMatch(/^1,251 people/);
      expect(named(still, end === 'still.html' ? 'img' : 'svg')).toHaveLength(1);
      expect(cellsOf(textOf(pagesOf(await pageInput(exampleWidget('kpi-months'))), `en.${end}`))).toHaveLength(25);
    }
  });

  test('of a single number has neither picture nor table, and never says the number bare', async () => {
    const still = await stillOf('kpi-single');
    expect(paragraphs(still)).toContain('more than 300 people');
    expect([...named(still, 'img'), ...named(still, 'svg'), ...named(still, 'table')]).toEqual([]);
  });

  test('without a number says why', async () => {
    expect(paragraphs(await stillOf('kpi-missing')).join()).toContain('Withheld to protect privacy');
  });
});
