import { LantuError } from '@lantu/spec';
import { describe, expect, test } from 'vitest';
import { type EmbedRequest, embedCode, oembedDocument, stillName } from './index.ts';

const VERSION = '0123456789abcdef';
const REQUEST: EmbedRequest = {
  way: 'element',
  folder: 'https://village.example/widgets/income/',
  version: VERSION,
  loader: 'https://village.example/embed/embed.js',
  title: '集体经济收入',
};

/** The code of `REQUEST` with changes. */
const code = (changes: Partial<EmbedRequest>) => embedCode({ ...REQUEST, ...changes });

describe('the code of an element', () => {
  test('is two lines', () => {
    expect(code({})).toBe(
      '<script type="module" src="https://village.example/embed/embed.js"></script>\n' +
        '<lantu-widget src="https://village.example/widgets/income/widget.json"></lantu-widget>',
    );
  });

  test('names the frozen document when frozen', () => {
    expect(code({ frozen: true })).toContain(` src="https://village.example/widgets/income/${VERSION}/widget.json"`);
  });

  test('says language, theme and size where they are asked for', () => {
    expect(code({ locale: 'bo', theme: 'dark', size: 'large' })).toContain(' lang="bo" theme="dark" size="large">');
  });

  test('holds the still, with the addresses of its files from the embedding page', () => {
    const still = '<a href="./en.html"><img src="./en.light.svg" alt="not =&quot;./ this"></a><a href="https://x.cn/">';
    const folder = 'https://village.example/widgets/income/';
    expect(code({ still: `${still}\n` })).toContain(
      `>\n<a href="${folder}en.html"><img src="${folder}en.light.svg" alt="not =&quot;./ this"></a><a href="https://x.cn/">\n</lantu-widget>`,
    );
    expect(code({ still, frozen: true })).toContain(`<img src="${folder}${VERSION}/en.light.svg"`);
  });

  test('holds the document of a frozen one, where it is given, and then no hash of it', () => {
    const document = '{"title":"</script><b>"}\n';
    const integrity = { loader: 'sha384-L', document: 'sha384-D' };
    const frozen = code({ frozen: true, document, integrity });
    const [, text = ''] = /<script type="application\/json">(.*?)<\/script>/.exec(frozen) ?? [];
    expect(JSON.parse(text)).toEqual(JSON.parse(document));
    expect(frozen).not.toContain('sha384-D');
    expect(code({ document })).toBe(code({}));
  });

  test('has its document fetched ahead where that is asked for and it is not in the code already', () => {
    const line =
      '<link rel="preload" as="fetch" href="https://village.example/widgets/income/widget.json" crossorigin="anonymous">';
    const [script, widget] = code({}).split('\n');
    expect(code({ preload: true })).toBe([script, line, widget].join('\n'));
    expect(code({ preload: true, frozen: true, document: '{}' })).not.toContain('preload');
    const integrity = { loader: 'sha384-L', document: 'sha384-D' };
    expect(code({ preload: true, frozen: true, integrity })).not.toContain('preload');
  });

  test('has the still that is brought into it fetched ahead too, where it is known which that will be', () => {
    const ahead = (more: Partial<EmbedRequest>) =>
      [
        ...code({ preload: true, ...more }).matchAll(/<link rel="preload" as="fetch" href="[^"]*\/income\/([^"]*)"/g),
      ].map(([, href]) => href);
    expect(ahead({ locale: 'bo' })).toEqual(['bo.inline.html', 'widget.json']);
    expect(ahead({ locale: 'en', theme: 'light', frozen: true })).toEqual([
      `${VERSION}/en.inline.html`,
      `${VERSION}/widget.json`,
    ]);
    for (const more of [{ still: '<p>' }, { theme: 'dark' }, { size: 'large' }] as const) {
      expect(ahead({ locale: 'bo', ...more })).toEqual(['widget.json']);
    }
  });

  test('takes a folder without its last slash, and relative ones', () => {
    const bare = code({ folder: '../widgets/my income', loader: 'embed/embed.js' });
    expect(bare).toContain(' src="../widgets/my%20income/widget.json"');
    expect(bare).toContain(' src="embed/embed.js"');
  });
});

describe('integrity', () => {
  const integrity = {
    loader: 'sha384-L',
    frame: 'sha384-F',
    document: 'sha384-D',
    chunks: { 'assets/m-1.js': 'sha384-C' },
  };

  test('is on the loader, on its chunks by an import map before it, and on a frozen document', () => {
    expect(code({ integrity, frozen: true }).split('\n')).toEqual([
      '<script type="importmap">{"integrity":{"https://village.example/embed/assets/m-1.js":"sha384-C"}}</script>',
      '<script type="module" src="https://village.example/embed/embed.js" integrity="sha384-L" crossorigin="anonymous"></script>',
      `<lantu-widget src="https://village.example/widgets/income/${VERSION}/widget.json" integrity="sha384-D"></lantu-widget>`,
    ]);
  });

  test('leaves a live document free to change', () => {
    expect(code({ integrity })).not.toContain('sha384-D');
  });

  test.each(['embed/embed.js', '/embed/embed.js', '../embed/embed.js', 'https://cdn.example/embed/embed.js?v=1'])(
    'names the chunks of %s so that an import map takes the address',
    (loader) => {
      const map = code({ loader, integrity })
        .split('\n')[0]!
        .replace(/<[^>]*>/g, '');
      const [address] = Object.keys(JSON.parse(map).integrity);
      expect(address).toMatch(/^(\.{0,2}\/|https:\/\/)/);
      const page = 'https://portal.example/news/';
      expect(new URL(address!, page).href).toBe(new URL('assets/m-1.js', new URL(loader, page)).href);
    },
  );

  test('is on the bridge of an iframe', () => {
    expect(code({ way: 'iframe', integrity })).toContain('frame.js" integrity="sha384-F" crossorigin="anonymous">');
  });
});

describe('the code of an iframe', () => {
  test('is the bridge and the standalone page in a titled, lazy, sandboxed frame of a fitting height', () => {
    expect(code({ way: 'iframe' })).toBe(
      '<script type="module" src="https://village.example/embed/frame.js"></script>\n' +
        '<iframe data-lantu src="https://village.example/widgets/income/zh-CN.html" title="集体经济收入" width="100%" height="520" loading="lazy" ' +
        'frameborder="0" allow="clipboard-write" sandbox="allow-scripts allow-same-origin allow-popups ' +
        'allow-popups-to-escape-sandbox allow-downloads allow-modals"></iframe>',
    );
  });

  test('has no sandbox where the page is beside the one that embeds it', () => {
    expect(code({ way: 'iframe', folder: '../widgets/income/' })).not.toContain('sandbox');
  });

  test('tells the page theme and size in its address', () => {
    expect(code({ way: 'iframe', theme: 'dark', size: 'large', locale: 'en', frozen: true })).toContain(
      ` src="https://village.example/widgets/income/${VERSION}/en.html?theme=dark&amp;size=large" `,
    );
  });
});

describe('the code of a picture', () => {
  const folder = 'https://village.example/widgets/income/';

  test('shows the reader’s theme, says its text alternative and leads to the page', () => {
    expect(code({ way: 'picture', alternative: 'Two bars', locale: 'en', widthPx: 640, heightPx: 400 })).toBe(
      `<a href="${folder}en.html"><picture>` +
        `<source media="(prefers-color-scheme: dark)" srcset="${folder}en.dark.svg" width="640" height="400">` +
        `<img src="${folder}en.light.svg" alt="Two bars" lang="en" width="640" height="400" ` +
        'loading="lazy" decoding="async"></picture></a>',
    );
  });

  test('is as wide as its column, with the narrow picture in a narrow window', () => {
    const picture = code({ way: 'picture', locale: 'en', heightPx: 400, narrowHeightPx: 300 });
    expect(picture.match(/media="[^"]*" srcset="[^"]*" width="[^"]*" height="[^"]*"/g)).toEqual([
      `media="(prefers-color-scheme: dark) and (max-width: 560px)" srcset="${folder}en.dark.narrow.svg" width="100%" height="300"`,
      `media="(prefers-color-scheme: dark)" srcset="${folder}en.dark.svg" width="100%" height="400"`,
      `media="(max-width: 560px)" srcset="${folder}en.light.narrow.svg" width="100%" height="300"`,
    ]);
    expect(picture).toContain('lang="en" width="100%" height="400"');
  });

  test('is one picture where a theme is asked for', () => {
    const dark = code({ way: 'picture', theme: 'dark' });
    expect(dark).toContain(`<img src="${folder}zh-CN.dark.svg"`);
    expect(dark).not.toContain('<source');
  });

  test('is the wide picture alone where a width is asked for', () => {
    expect(code({ way: 'picture', theme: 'dark', widthPx: 320, heightPx: 200, narrowHeightPx: 300 })).not.toContain(
      'narrow',
    );
  });
});

describe('oEmbed', () => {
  test('is found by a link to the document of the language', () => {
    expect(code({ way: 'oembed', locale: 'bo' })).toBe(
      '<link rel="alternate" type="application/json+oembed" href="https://village.example/widgets/income/oembed.bo.json" title="集体经济收入">',
    );
  });

  test('answers with a frame of the size it says, and the picture as thumbnail', () => {
    const document = oembedDocument({ ...REQUEST, way: 'oembed', heightPx: 400 }, { widthPx: 1280, heightPx: 800 });
    expect(document).toMatchObject({
      type: 'rich',
      version: '1.0',
      title: '集体经济收入',
      width: 640,
      height: 400,
      thumbnail_url: 'https://village.example/widgets/income/zh-CN.light.png',
      thumbnail_width: 1280,
      thumbnail_height: 800,
    });
    expect(document.html).toMatch(/^<iframe [^>]* width="640" height="400" [^>]*><\/iframe>$/);
  });

  test('has no thumbnail without its size', () => {
    expect(Object.keys(oembedDocument(REQUEST))).not.toContain('thumbnail_url');
  });

  test('needs absolute addresses', () => {
    expect(() => oembedDocument({ ...REQUEST, folder: '../income/' })).toThrow(/oEmbed needs the address/);
    expect(() => code({ way: 'oembed', folder: '/income/' })).toThrow(/received "\/income\/"; allowed an absolute/);
  });
});

describe('what cannot be embedded', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://x/1',
    'https://',
    '',
    '  ',
  ])('is an address like %j', (address) => {
    for (const way of ['element', 'iframe', 'picture'] as const) {
      expect(() => code({ way, folder: address })).toThrow(LantuError);
    }
    expect(() => code({ loader: address })).toThrow(/^loader: this address cannot be put into a page; received/);
    expect(() => code({ way: 'iframe', loader: address })).toThrow(LantuError);
  });

  test.each(['', '../x', '0123456789ABCDEF', '0123456789abcdef0'])('is a version like %j', (version) => {
    expect(() => code({ version, frozen: true })).toThrow(/names no version/);
  });
});

test('a still has a name for each language and picture', () => {
  expect([stillName('zh-CN', 'linked'), stillName('bo', 'inline')]).toEqual(['zh-CN.still.html', 'bo.inline.html']);
});
