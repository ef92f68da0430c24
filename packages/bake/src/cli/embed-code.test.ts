import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '@lantu/spec';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sandbox } from '../../test/sandbox.ts';
import type { WidgetEntry, WidgetIndex } from '../bake/index-file.ts';

const VERSION = '0123456789abcdef';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
  publish();
});
afterEach(() => box.remove());

/** Publishes the widgets `income` and `funding` in the folder `widgets`, as far as embed codes read them. */
function publish(settings: Partial<WidgetEntry['settings']> = {}): void {
  const widgets = ['funding', 'income'].map((id) => entry(id, settings));
  box.writeJson('widgets/index.json', { lantu: 1, widgets } satisfies WidgetIndex);
}

function entry(id: string, settings: Partial<WidgetEntry['settings']>): WidgetEntry {
  const files = ['', `${VERSION}/`].flatMap((folder) => [
    write(`${id}/${folder}widget.json`, folder),
    ...LOCALES.flatMap((locale) => [
      write(`${id}/${folder}${locale}.still.html`, `<img src="./${locale}.light.svg" alt="${locale}">\n`),
      write(`${id}/${folder}${locale}.inline.html`, `<svg><title>${locale}</title></svg>\n`),
      write(
        `${id}/${folder}${locale}.light.svg`,
        '<svg xmlns="x" width="640" height="412" viewBox="0 0 640 412"></svg>',
      ),
      write(`${id}/${folder}${locale}.light.narrow.svg`, '<svg width="360" height="300"></svg>'),
      write(`${id}/${folder}oembed.${locale}.json`, '{"height":731}'),
      write(`${id}/${folder}${locale}.txt`, `${locale}\n\nMore "words".\n`),
    ]),
  ]);
  return {
    id,
    version: VERSION,
    title: { 'zh-CN': '收入 <标题>', en: 'Income' },
    blueprint: '',
    software: '',
    settings: { loader: '../embed/embed.js', locales: LOCALES, ...settings },
    vintage: {},
    asOf: '2024-12-31',
    states: { rollup: 0, snapshot: 1, engine: 0 },
    left: [],
    files,
  };
}

function write(href: string, content: string): WidgetEntry['files'][number] {
  box.write(`widgets/${href}`, content);
  const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
  return { href, integrity, bytes: content.length };
}

const code = (...options: string[]) => box.lantu('embed-code', 'income', '--dir', 'widgets', ...options);
const BASE = ['--base-url', 'https://village.example/widgets'];

describe('lantu embed-code', () => {
  it('prints the element with its linked picture, and says on stderr that its addresses are relative', async () => {
    const { code: exit, stdout, stderr } = await code();
    expect(stdout).toBe(
      '<script type="module" src="embed/embed.js"></script>\n' +
        '<lantu-widget src="widgets/income/widget.json">\n<img src="widgets/income/zh-CN.light.svg" alt="zh-CN">\n</lantu-widget>\n',
    );
    expect(stderr).toBe(
      'The addresses are relative to the folder that holds widgets/. --base-url makes them absolute.\n',
    );
    expect(exit).toBe(0);
  });

  it('prints absolute addresses with a base URL, given here or when baking', async () => {
    const { stdout, stderr } = await code(...BASE, '--picture', 'none');
    expect(stdout).toBe(
      '<script type="module" src="https://village.example/embed/embed.js"></script>\n' +
        '<lantu-widget src="https://village.example/widgets/income/widget.json"></lantu-widget>\n',
    );
    expect(stderr).toBe('');
    publish({ baseUrl: 'https://village.example/widgets/' });
    expect((await code('--picture', 'none')).stdout).toBe(stdout);
  });

  it('keeps an absolute loader', async () => {
    publish({ loader: 'https://cdn.example/lantu/embed.js' });
    expect((await code()).stdout).toContain('<script type="module" src="https://cdn.example/lantu/embed.js">');
  });

  it('pins, and speaks the language asked for', async () => {
    const { stdout } = await code(...BASE, '--frozen', '--locale', 'bo', '--theme', 'dark', '--size', 'large');
    expect(stdout).toContain(
      `<lantu-widget src="https://village.example/widgets/income/${VERSION}/widget.json" lang="bo" theme="dark" size="large">\n` +
        `<img src="https://village.example/widgets/income/${VERSION}/bo.light.svg" alt="bo">`,
    );
  });

  it('takes the frozen document into the code', async () => {
    const { stdout } = await code('--frozen', '--document', '--picture', 'none');
    expect(stdout).toContain(`widget.json">\n<script type="application/json">${VERSION}/</script>\n</lantu-widget>`);
  });

  it('has the document fetched ahead', async () => {
    expect((await code('--preload', '--picture', 'none')).stdout).toMatch(
      /^<script type="module"[^\n]*\n<link rel="preload" as="fetch" href="widgets\/income\/widget.json" crossorigin="anonymous">\n<lantu-widget/,
    );
  });

  it('has the still of an empty element fetched ahead in the language that is asked for', async () => {
    const { stdout } = await code('--preload', '--picture', 'none', '--locale', 'bo');
    expect(stdout).toMatch(
      /href="widgets\/income\/bo.inline.html"[^\n]*\n<link[^\n]* href="widgets\/income\/widget.json"/,
    );
  });

  it('takes the picture inline', async () => {
    expect((await code('--picture', 'inline', '--locale', 'en')).stdout).toContain('<svg><title>en</title></svg>');
  });

  it('prints the iframe with its title', async () => {
    const { stdout } = await code(...BASE, '--as', 'iframe', '--locale', 'en', '--height', '300', '--theme', 'dark');
    expect(stdout).toContain('<script type="module" src="https://village.example/embed/frame.js"></script>');
    expect(stdout).toMatch(
      /<iframe data-lantu src="https:\/\/village.example\/widgets\/income\/en.html\?theme=dark" title="Income" width="100%" height="300"/,
    );
    expect((await code('--as', 'iframe')).stdout).toContain(' height="731"');
  });

  it('prints the picture with its size and text alternative', async () => {
    const { stdout } = await code(...BASE, '--as', 'picture', '--locale', 'en');
    expect(stdout).toContain(' alt="en More &quot;words&quot;." lang="en" width="100%" height="412"');
    expect(stdout).toContain('en.light.narrow.svg" width="100%" height="300">');
    expect((await code(...BASE, '--as', 'picture', '--width', '320', '--height', '206')).stdout).toContain(
      ' lang="zh-CN" width="320" height="206"',
    );
  });

  it('prints the oEmbed link, with a base URL only', async () => {
    expect((await code(...BASE, '--as', 'oembed')).stdout).toBe(
      '<link rel="alternate" type="application/json+oembed" ' +
        'href="https://village.example/widgets/income/oembed.zh-CN.json" title="收入 &lt;标题&gt;">\n',
    );
    const missing = await code('--as', 'oembed');
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('--base-url');
  });
});

describe('several widgets', () => {
  const both = (...options: string[]) =>
    box.lantu('embed-code', 'income', 'funding', '--dir', 'widgets', '--picture', 'none', ...options);

  it('are printed one after the other, what is to be known about them once', async () => {
    const { stdout, stderr } = await both();
    expect(stdout.match(/src="widgets\/\w+\/widget.json"/g)).toEqual([
      'src="widgets/income/widget.json"',
      'src="widgets/funding/widget.json"',
    ]);
    expect(stderr.match(/relative/g)).toHaveLength(1);
  });

  it('are printed by id with --json', async () => {
    const codes = JSON.parse((await both('--json')).stdout) as Record<string, string>;
    expect(Object.keys(codes)).toEqual(['income', 'funding']);
    expect(`${codes['income']}\n\n${codes['funding']}\n`).toBe((await both()).stdout);
  });
});

describe('--integrity', () => {
  const HASHES = {
    'assets/duckdb.worker-1.js': 'sha384-W',
    'assets/menu-2.js': 'sha384-M',
    'embed.js': 'sha384-L',
    'frame.js': 'sha384-F',
  };

  it('takes the loader’s hashes from beside it, and says what a policy must allow', async () => {
    box.writeJson('embed/integrity.json', HASHES);
    const { stdout, stderr } = await code('--integrity', '--picture', 'none');
    const [map = '', ...rest] = stdout.split('\n');
    expect(rest.join('\n')).toBe(
      '<script type="module" src="embed/embed.js" integrity="sha384-L" crossorigin="anonymous"></script>\n' +
        '<lantu-widget src="widgets/income/widget.json"></lantu-widget>\n',
    );
    const text = map.replace(/<[^>]*>/g, '');
    expect(JSON.parse(text)).toEqual({ integrity: { './embed/assets/menu-2.js': 'sha384-M' } });
    expect(stderr).toContain(`script-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  });

  it('holds the document when it is frozen', async () => {
    box.writeJson('embed/integrity.json', HASHES);
    const hash = createHash('sha384').update(`${VERSION}/`).digest('base64');
    expect((await code('--integrity', '--frozen')).stdout).toContain(` integrity="sha384-${hash}">`);
  });

  it('takes no list of something else', async () => {
    box.writeJson('embed/integrity.json', { 'other.js': 'sha384-O' });
    const { code: exit, stderr } = await code('--integrity');
    expect(stderr).toContain('this lists no hashes of a loader');
    expect(exit).toBe(4);
  });

  it('finds them where --loader-dir says, and says what is missing', async () => {
    box.writeJson('elsewhere/integrity.json', HASHES);
    expect((await code('--integrity', '--as', 'iframe', '--loader-dir', 'elsewhere')).stdout).toContain(
      'src="embed/frame.js" integrity="sha384-F"',
    );
    const missing = await code('--integrity');
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain(`there is no ${join(box.folder, 'embed', 'integrity.json')}`);
    expect(missing.stderr).toContain('--loader-dir');
  });
});

describe('a call that cannot be', () => {
  it.each([
    [['embed-code', 'incme', '--dir', 'widgets'], /has no widget "incme"; allowed "income", "funding"/],
    [['embed-code', 'income'], /There is no .*index\.json\. --dir is to name the folder that "lantu bake --out" wrote/],
    [
      ['embed-code', 'income', '--dir', 'widgets', '--as', 'frame'],
      /Allowed choices are element, iframe, picture, oembed/,
    ],
    [
      ['embed-code', 'income', '--dir', 'widgets', '--as', 'iframe', '--picture', 'none'],
      /--picture changes nothing with --as iframe; it is for --as element/,
    ],
    [
      ['embed-code', 'income', '--dir', 'widgets', '--height', '300'],
      /--height changes nothing with --as element; it is for --as iframe or picture/,
    ],
    [['embed-code', 'income', '--dir', 'widgets', '--as', 'iframe', '--height', '3.5'], /whole number of px/],
    [['embed-code', 'income', '--dir', 'widgets', '--document'], /--document is for --frozen/],
    [['embed-code', 'income', '--dir', 'widgets', '--frozen', '--document', '--preload'], /leave one of them/],
    [['embed-code', 'income', '--dir', 'widgets', '--frozen', '--integrity', '--preload'], /may fetch twice/],
    [['embed-code', 'income', '--dir', 'widgets', '--loader-dir', '.'], /--loader-dir is for --integrity/],
    [
      ['embed-code', 'income', '--dir', 'widgets', '--base-url', 'javascript:alert(1)'],
      /--base-url is to be the absolute address/,
    ],
  ])('%j', async (argv, message) => {
    const { code: exit, stdout, stderr } = await box.lantu(...argv);
    expect(stderr).toMatch(message);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  });

  it('asks for a language that was not published', async () => {
    publish({ locales: ['zh-CN'] });
    expect((await code('--locale', 'bo')).stderr).toBe('income was not published in bo; its languages are zh-CN\n');
  });

  it('meets an index of another kind', async () => {
    mkdirSync(join(box.folder, 'other'));
    box.writeJson('other/index.json', { lantu: 9 });
    const { code: exit, stderr } = await box.lantu('embed-code', 'income', '--dir', 'other');
    expect(stderr).toContain('this is no index of published widgets');
    expect(exit).toBe(4);
  });
});
