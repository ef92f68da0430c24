import { createHash } from 'node:crypto';
import type { Locale } from '@lantu/spec';
import { Blob, Face } from 'harfbuzzjs';
import { SaxesParser } from 'saxes';
import subsetFont from 'subset-font';
import { describe, expect, test } from 'vitest';
import { exampleWidget, widget } from '../../test/widgets.ts';
import { type Files, THEMES } from '../bake/published.ts';
import { picturesOf } from './pictures.ts';

const PATIENCE = 120_000;
const LOCALES = ['zh-CN', 'bo', 'en'] as const satisfies readonly Locale[];

const textOf = (files: Files, name: string): string => new TextDecoder().decode(files.get(name));

interface DrawnText {
  readonly weight: '400' | '600';
  readonly text: string;
}

/** The texts of an SVG document, their titles excepted. @throws where it is not well-formed */
function textsIn(svg: string): DrawnText[] {
  const parser = new SaxesParser({ xmlns: true });
  const texts: DrawnText[] = [];
  /** Of each open element, its own or inherited. */
  const weights: DrawnText['weight'][] = ['400'];
  const open: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const own = attributes['font-weight']?.value;
    weights.push(own === '600' ? '600' : own ? '400' : (weights.at(-1) ?? '400'));
    open.push(name);
  });
  parser.on('text', (text) => {
    if (open.includes('text') && open.at(-1) !== 'title') texts.push({ weight: weights.at(-1) ?? '400', text });
  });
  parser.on('closetag', () => {
    weights.pop();
    open.pop();
  });
  parser.write(svg).close();
  return texts;
}

/** What the fonts inside an SVG document have, by weight. */
async function fontsIn(svg: string): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const rules = [...svg.matchAll(/font-family:"Lantu";font-weight:(\d+);src:url\(data:font\/woff2;base64,([^)]+)\)/g)];
  return new Map(
    await Promise.all(
      rules.map(
        async ([, weight = '', data = '']) => [weight, await charactersIn(Buffer.from(data, 'base64'))] as const,
      ),
    ),
  );
}

async function charactersIn(woff2: Uint8Array): Promise<ReadonlySet<number>> {
  const characters = String.fromCodePoint(...Array.from({ length: 0x3000 }, (_, index) => index + 32)).concat(
    ideographs,
  );
  const font = await subsetFont(Buffer.from(woff2), characters, { targetFormat: 'truetype' });
  return new Set(new Face(new Blob(font)).collectUnicodes());
}
const ideographs = String.fromCodePoint(
  ...Array.from({ length: 0xffff - 0x3020 }, (_, index) => index + 0x3020).filter(
    (each) => each < 0xd800 || each > 0xdfff,
  ),
);

const lacking = (text: string, font: ReadonlySet<number> | undefined): string[] =>
  [...new Set(text)].filter((each) => !/\s/.test(each) && !font?.has(each.codePointAt(0) ?? 0));

describe.each(['bar-long-names', 'line-gaps', 'kpi-months'])('the pictures of %s', { timeout: PATIENCE }, (name) => {
  const plots = name.startsWith('kpi') ? ['.plot.svg'] : ['.plot.svg', '.plot.narrow.svg'];
  const files = picturesOf(exampleWidget(name));

  test('are there in each language and theme, wide and narrow, whole and the plot alone, with their fonts', async () => {
    const wanted = LOCALES.flatMap((locale) => [
      `${locale}.woff2`,
      `${locale}.600.woff2`,
      ...(name.startsWith('kpi') ? [] : [`${locale}.marks.json`]),
      ...THEMES.flatMap((theme) => ['.svg', '.narrow.svg', '.png', ...plots].map((end) => `${locale}.${theme}${end}`)),
    ]);
    expect([...(await files).keys()].sort()).toEqual(wanted.sort());
  });

  test.each(LOCALES)('carry each glyph of their texts in the weight it is set in (%s)', async (locale) => {
    for (const form of ['.svg', '.narrow.svg', ...plots]) {
      const svg = textOf(await files, `${locale}.light${form}`);
      const fonts = await fontsIn(svg);
      const texts = textsIn(svg);
      expect(texts.length > 2).toBe(!name.startsWith('kpi') || form !== '.plot.svg');
      for (const { weight, text } of texts) expect(lacking(text, fonts.get(weight)), `${form} ${text}`).toEqual([]);
    }
  });

  test.each(LOCALES)('say the same in both themes, and are drawn at two pixels a CSS pixel (%s)', async (locale) => {
    const [light, dark] = await Promise.all(
      THEMES.map(async (theme) => textsIn(textOf(await files, `${locale}.${theme}.svg`))),
    );
    expect(light).toEqual(dark);
    const png = (await files).get(`${locale}.light.png`);
    expect(Buffer.from(png?.subarray(1, 4) ?? []).toString()).toBe('PNG');
    const width = Number(/width="(\d+)"/.exec(textOf(await files, `${locale}.light.svg`))?.[1]);
    expect(new DataView(png?.buffer ?? new ArrayBuffer(0), png?.byteOffset).getUint32(16)).toBe(2 * width);
  });

  test('are light: fonts hold only what is written', async () => {
    for (const [file, bytes] of await files) {
      if (!file.endsWith('.svg')) continue;
      expect(bytes.length, file).toBeLessThan(file.startsWith('bo') ? 110_000 : 45_000);
    }
  });

  test('have the same bytes when they are drawn again', async () => {
    const hashes = (all: Files) =>
      [...all].map(([file, bytes]) => [file, createHash('sha256').update(bytes).digest('hex')]);
    expect(hashes(await picturesOf(exampleWidget(name)))).toEqual(hashes(await files));
  });
});

describe('what pictures say', { timeout: PATIENCE }, () => {
  const saidIn = (files: Files, name: string): string =>
    textsIn(textOf(files, name))
      .map(({ text }) => text)
      .join('');

  test('is the title, the subtitle, the nature and the sources in the whole; in the plot alone neither title nor sources', async () => {
    const files = await picturesOf({ ...exampleWidget('bar-long-names'), locales: ['en'] });
    const [whole, plot] = [saidIn(files, 'en.light.svg'), saidIn(files, 'en.light.plot.svg')];
    for (const part of [
      'Matters settled by village teams',
      'Simulated data, not real',
      'Source: Lantu simulation',
      'people',
    ]) {
      expect(whole.replace(/\s+/g, ' ')).toContain(part);
    }
    expect(plot).not.toContain('Source');
    expect(plot).not.toContain('village teams');
    expect(plot).toContain('Simulated data, not real');
  });

  test('is in the plot of a card nothing: its words are text', async () => {
    const files = await picturesOf({ ...exampleWidget('kpi-months'), locales: ['en'] });
    expect(saidIn(files, 'en.light.plot.svg')).toBe('');
    expect(saidIn(files, 'en.light.svg')).toContain('1,251');
    const single = await picturesOf({ ...exampleWidget('kpi-single'), locales: ['en'] });
    expect([...single.keys()].filter((each) => each.includes('plot'))).toEqual([]);
    expect(saidIn(single, 'en.light.svg')).toContain('300');
  });

  test('is the state of the filters too', async () => {
    const input = exampleWidget('bar-income');
    const filters = [{ type: 'range', field: 'period', from: '2023', to: '2024', label: { 'zh-CN': '年份' } }] as const;
    const blueprint = { ...input.blueprint, filters: [...filters] };
    const files = await picturesOf({
      ...input,
      blueprint,
      settings: [{ from: '2023', to: '2024' }],
      locales: ['zh-CN'],
    });
    expect(saidIn(files, 'zh-CN.light.svg')).toContain('年份：2023—2024年');
  });

  test('stays text, whatever it is', async () => {
    const hostile = `"><script>alert(1)</script> & </text> ' = url(x)`;
    const { answer, blueprint } = exampleWidget('bar-income');
    const input = widget({ ...blueprint, title: { 'zh-CN': hostile }, subtitle: { 'zh-CN': ']]>--><!--' } }, answer);
    const files = await picturesOf({ ...input, locales: ['en'] });
    expect(textOf(files, 'en.light.svg')).not.toContain('<script');
    expect(saidIn(files, 'en.light.svg')).toContain('<script>alert(1)</script>');
  });
});

describe('the fonts for pictures that are drawn later', { timeout: PATIENCE }, () => {
  test.each(LOCALES)('hold every name that the filters can bring up, units, months and signs (%s)', async (locale) => {
    const { blueprint, answer, ...input } = exampleWidget('bar-income');
    const glyphs = { 'zh-CN': '察雅县', bo: 'བྲག་གཡབ་རྫོང་།', en: 'Zhag’yab' };
    const files = await picturesOf({
      ...input,
      blueprint,
      answer,
      locales: [locale],
      glyphs: { [locale]: `${input.glyphs[locale]}${glyphs[locale]}` },
    });
    const regular = await charactersIn(files.get(`${locale}.woff2`) ?? new Uint8Array());
    const months = { 'zh-CN': '年12月亿万', bo: 'ཟླ', en: 'December September billion' };
    expect(lacking(`${glyphs[locale]}${months[locale]}0123456789−…%`, regular)).toEqual([]);
    const bold = await charactersIn(files.get(`${locale}.600.woff2`) ?? new Uint8Array());
    const caution = { 'zh-CN': '模拟数据，并非真实情况', bo: 'ལད་བཟོས', en: 'Simulated data, not real' };
    expect(lacking(`${caution[locale]}▲▼+−0123456789`, bold)).toEqual([]);
  });
});

test('A table has no picture.', async () => {
  const { answer, blueprint } = exampleWidget('bar-income');
  expect((await picturesOf(widget({ ...blueprint, chart: { type: 'table' } }, answer))).size).toBe(0);
});

test('A character that no font has refuses the widget, by its name.', async () => {
  const { answer, blueprint } = exampleWidget('bar-income');
  const input = widget({ ...blueprint, title: { 'zh-CN': '收入𒀀' } }, answer);
  await expect(picturesOf(input)).rejects.toThrow(
    'the widget bar-income in zh-CN: the fonts of pictures lack characters of this text; received 𒀀 (U+12000)',
  );
});
