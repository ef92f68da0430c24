import { describe, expect, test } from 'vitest';
import { EMBED_WAYS, type EmbedRequest, embedCode } from './index.ts';

const HOSTILE = [
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  '" onerror="alert(1)" x="',
  '</script></lantu-widget><img src=x onerror=alert(1)>',
  '&quot;&#34;&amp;<!--',
  ']]> --> \u2028 ` $x',
];
const NAMES: Readonly<Record<string, string[]>> = {
  element: ['LANTU-WIDGET', 'SCRIPT', 'SCRIPT'],
  iframe: ['IFRAME', 'SCRIPT'],
  picture: ['A', 'IMG', 'PICTURE', 'SOURCE'],
  oembed: ['LINK'],
};

describe.each(EMBED_WAYS)('the code of %s', (way) => {
  test.each(HOSTILE)('holds %j as text and nothing more', (text) => {
    const request: EmbedRequest = {
      way,
      folder: `https://village.example/${text}/`,
      version: '0123456789abcdef',
      loader: `https://village.example/${text}/embed.js`,
      title: text,
      alternative: text,
      integrity: { loader: text, frame: text, chunks: { [`${text}.js`]: text } },
    };
    const parsed = new DOMParser().parseFromString(embedCode(request), 'text/html');
    const found = [...parsed.head.children, ...parsed.body.querySelectorAll('*')];
    expect(found.map(({ tagName }) => tagName).sort()).toEqual(NAMES[way]);
    const attributes = found.flatMap((each) => [...each.attributes]);
    expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'x')).toEqual([]);
    const texts = attributes
      .filter(({ name }) => ['title', 'alt', 'integrity'].includes(name))
      .map(({ value }) => value);
    expect(texts).toContain(text);
    expect(new Set(texts)).toEqual(new Set([text]));
    const map = parsed.querySelector('script[type=importmap]')?.textContent;
    if (way === 'element') expect(Object.values(JSON.parse(map ?? '').integrity)).toEqual([text]);
    expect(parsed.body.textContent?.trim()).toBe('');
  });
});
