import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { WidgetDocument } from '@lantu/spec';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COUNTS, casesBlueprint, writeCases } from '../../test/cases.ts';
import { type Run, Sandbox } from '../../test/sandbox.ts';
import type { WidgetIndex } from '../bake/index-file.ts';

const MONTHS = casesBlueprint('months', {}, { dimensions: [{ field: 'period' }] });
const AREAS = casesBlueprint('areas', { filters: [{ type: 'choice', field: 'kind' }] });

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
  writeCases(box);
  box.writeJson('blueprints/areas.json', AREAS);
  box.writeJson('blueprints/months.json', MONTHS);
});
afterEach(() => {
  box.remove();
});

const bake = (...more: string[]): Promise<Run> =>
  box.lantu('bake', 'blueprints', '--data', 'data', '--out', 'out', '--locale', 'zh-CN', ...more);
const document = (path: string) => box.readJson<WidgetDocument>(`out/${path}`);
const index = () => box.readJson<WidgetIndex>('out/index.json').widgets;
const versionOf = (id: string) => index().find((each) => each.id === id)?.version ?? '';

/** The files of a folder by path, as hashes. */
function tree(folder: string): Record<string, string> {
  const root = join(box.folder, folder);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((each) =>
    statSync(join(root, each)).isFile(),
  );
  return Object.fromEntries(
    paths.sort().map((each) => [
      each,
      createHash('sha256')
        .update(readFileSync(join(root, each)))
        .digest('hex'),
    ]),
  );
}

describe('lantu bake', () => {
  it('writes each widget live and frozen, and says where the files of the version lie', async () => {
    const { code, stdout } = await bake();
    expect(code).toBe(0);
    const version = versionOf('areas');
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(document('areas/widget.json')).toMatchObject({
      lantu: 1,
      version,
      folder: `./${version}/`,
      locales: ['zh-CN'],
    });
    expect(document(`areas/${version}/widget.json`)).toMatchObject({
      version,
      folder: './',
      blueprint: { id: 'areas' },
    });
    expect(stdout).toContain(`areas ${version}: 3 states of its filters: 3 from a rollup;`);
    expect(stdout).toContain('months');
    expect(stdout).toContain(`Wrote ${box.folder}/out`);
  });

  it('draws what is no table, in each language and theme, live and frozen, the same each time', async () => {
    box.writeJson('bar/bar.json', casesBlueprint('bar', { chart: { type: 'bar' } }));
    const languages = ['--locale', 'zh-CN', '--locale', 'en'];
    const into = (out: string) =>
      box.lantu('bake', 'bar', '--data', 'data', '--out', out, ...languages, '--base-url', 'https://a.example/w');
    await into('out');
    await into('again');
    expect(tree('again')).toEqual(tree('out'));
    const files = ['zh-CN', 'en'].flatMap((locale) => [
      ...['light', 'dark'].flatMap((theme) => [`${locale}.${theme}.svg`, `${locale}.${theme}.png`]),
      ...['html', 'still.html', 'txt', 'csv'].map((each) => `${locale}.${each}`),
      `oembed.${locale}.json`,
    ]);
    expect(Object.keys(tree('out/bar'))).toEqual(expect.arrayContaining(files));
    expect(Object.keys(tree(`out/bar/${versionOf('bar')}`))).toEqual(
      expect.arrayContaining([...files, 'en.woff2', 'zh-CN.woff2']),
    );
    expect(new TextDecoder().decode(box.read('out/bar/oembed.en.json'))).toContain('https://a.example/w/bar/');
  });

  it('lists every file with its size and hash', async () => {
    await bake();
    const listed = index().flatMap((each) => each.files);
    expect(listed.map((each) => each.href).sort()).toEqual(
      Object.keys(tree('out')).filter((each) => each !== 'index.json'),
    );
    for (const { href, integrity, bytes } of listed) {
      const file = box.read(`out/${href}`);
      expect(integrity).toBe(`sha384-${createHash('sha384').update(file).digest('base64')}`);
      expect(bytes).toBe(file.length);
    }
    const { near } = document('areas/widget.json');
    expect(listed).toContainEqual({ ...near, href: `areas/${versionOf('areas')}/${near?.href}` });
  });

  it('gives the same bytes again, whatever the order of the blueprints', async () => {
    await bake();
    const first = tree('out');
    const files = ['months.json', 'areas.json'].map((each) => `blueprints/${each}`);
    await box.lantu('bake', ...files, '--data', 'data/datapackage.json', '--out', 'again', '--locale', 'zh-CN');
    expect(tree('again')).toEqual(first);
    await bake();
    expect(tree('out')).toEqual(first);
  });

  it('keeps frozen versions as they are when the data change', async () => {
    await bake();
    const before = versionOf('areas');
    const frozen = tree(`out/areas/${before}`);
    writeCases(box, [...COUNTS, ['d', '2024-04', 'loan', 9]]);
    await bake();
    expect(versionOf('areas')).not.toBe(before);
    expect(tree(`out/areas/${before}`)).toEqual(frozen);
    expect(document('areas/widget.json').folder).toBe(`./${versionOf('areas')}/`);
    expect(document(`areas/${before}/widget.json`).version).toBe(before);
  });

  it('leaves other widgets of the folder as they are', async () => {
    await bake();
    const before = tree('out/months');
    await box.lantu('bake', 'blueprints/a*.json', '--data', 'data', '--out', 'out', '--locale', 'zh-CN');
    expect(tree('out/months')).toEqual(before);
    expect(index().map((each) => each.id)).toEqual(['areas', 'months']);
  });

  it('leaves to the engine what neither a rollup nor a few answers can give, and says why', async () => {
    const areas = Array.from({ length: 45 }, (_, place) => [`area-${place}`, '2024-01', 'loan', 2] as const);
    writeCases(box, areas);
    const filters = [{ type: 'choice', field: 'area' } as const];
    const medians = casesBlueprint(
      'medians',
      { filters },
      { dimensions: [{ field: 'kind' }], metrics: [{ metric: 'cases.median' }] },
    );
    box.writeJson('blueprints/medians.json', medians);
    const { stdout } = await bake('--catalog', '../data/datapackage.json');
    expect(stdout).toContain('45 left to the engine');
    expect(stdout).toContain(
      'left to the engine: area: one value (45 states): of the rollup, its groups cannot be brought together into a median',
    );
    expect(stdout).toContain('more than the 40 answers that a widget carries');
    expect(document('medians/widget.json').catalog).toBe('../../data/datapackage.json');
    expect(document(`medians/${versionOf('medians')}/widget.json`).catalog).toBeUndefined();
    expect(document('areas/widget.json').catalog).toBeUndefined();
    expect(index().find((each) => each.id === 'medians')?.left).toMatchObject([
      { filters: 'area: one value', states: 45 },
    ]);
  });

  it('names every fault of every blueprint, and writes nothing', async () => {
    box.writeJson('blueprints/broken.json', { ...MONTHS, id: 'Months' });
    box.writeJson('blueprints/unknown.json', casesBlueprint('unknown', {}, { metrics: [{ metric: 'cases.amounts' }] }));
    box.writeJson('blueprints/twice.json', MONTHS);
    box.writeJson('blueprints/starts.json', {
      ...casesBlueprint('starts'),
      filters: [{ type: 'choice', field: 'kind', value: 'gift' }],
    });
    box.write('blueprints/text.json', 'no JSON');
    const { code, stdout } = await bake();
    expect(code).toBe(1);
    expect(stdout).toContain('broken.json: at id: lower-case letters, digits and hyphens; received "Months"');
    expect(stdout).toContain(
      'unknown.json: the catalog has no such metric; received "cases.amounts"; allowed "cases.amount"',
    );
    expect(stdout).toContain('twice.json: the id is taken by months.json; received "months"');
    expect(stdout).toContain(
      'starts.json: filter on "kind": the filter begins at a value that the data do not have; received "gift"; allowed "loan", "visit"',
    );
    expect(stdout).toContain('text.json: the file is no JSON; received SyntaxError');
    expect(stdout).toContain('Nothing was written.');
    expect(box.list()).toEqual(['blueprints', 'data']);
  });

  it('writes nothing where disclosure control refuses one cell of one widget', async () => {
    writeCases(box, [...COUNTS, ['d', '2024-01', 'loan', 3]]);
    box.writeJson('blueprints/counts.json', casesBlueprint('counts', {}, { metrics: [{ metric: 'cases.count' }] }));
    const { code, stdout } = await bake('--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [
        { file: 'counts.json', received: 'area d: 3', allowed: expect.stringContaining('no case, or at least 5') },
      ],
    });
    expect(box.list()).toEqual(['blueprints', 'data']);
  });

  it.each([
    [['bake', 'blueprints', '--out', 'out'], 2, "required option '--data <package>' not specified"],
    [
      ['bake', 'blueprints', '--data', 'data', '--out', 'out', '--locale', 'fr'],
      2,
      'Allowed choices are zh-CN, bo, en',
    ],
    [
      ['bake', 'blueprints', '--data', 'data', '--out', 'out', '--base-url', 'widgets/'],
      2,
      'https://example.gov.cn/widgets/',
    ],
    [['bake', 'nothing/*.json', '--data', 'data', '--out', 'out'], 4, 'no file fits the pattern'],
    [['bake', 'data', '--data', 'blueprints', '--out', 'out'], 4, 'the package cannot be read'],
  ])('says of %j what is allowed', async (argv, code, words) => {
    const run = await box.lantu(...argv);
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(words);
  });

  it('refuses data whose file is another than the catalog says', async () => {
    const bytes = box.read('data/cases.arrow').slice();
    bytes[bytes.length - 200] = 7;
    box.write('data/cases.arrow', bytes);
    const { code, stdout } = await bake();
    expect(code).toBe(1);
    expect(stdout).toContain('cases.arrow: the file is another than the one that the catalog describes');
  });
});

describe('lantu bake --check', () => {
  it('is content with what was just published, and writes nothing', async () => {
    await bake();
    const before = tree('out');
    const { code, stdout } = await bake('--check');
    expect([code, stdout]).toEqual([0, `${box.folder}/out is up to date.\n`]);
    expect(tree('out')).toEqual(before);
  });

  it('names what was never published', async () => {
    const { code, stdout } = await bake('--check');
    expect(code).toBe(1);
    expect(stdout).toContain('areas/: the widget is not published');
    expect(box.list()).toEqual(['blueprints', 'data']);
  });

  it('names files that no longer match the data, by the dataset and its hashes', async () => {
    await bake();
    const before = tree('out');
    writeCases(box, [...COUNTS, ['d', '2024-04', 'loan', 9]]);
    const { code, stdout } = await bake('--check');
    expect(code).toBe(1);
    expect(stdout).toMatch(/areas\/widget\.json: .*the data changed \(dataset cases [0-9a-f]{16} → [0-9a-f]{16}\)/);
    expect(stdout).toContain('months/widget.json');
    expect(tree('out')).toEqual(before);
  });

  it('tells a changed blueprint, changed options and another Lantu apart', async () => {
    await bake();
    box.writeJson('blueprints/areas.json', { ...AREAS, notes: { 'zh-CN': '新' } });
    const changed = await bake('--check');
    expect(changed.stdout).toMatch(/areas\/widget\.json: it would be different now: the blueprint changed$/m);
    expect(changed.stdout).not.toContain('months');
    box.writeJson('blueprints/areas.json', AREAS);
    expect((await bake('--check', '--loader', '/embed.js')).stdout).toContain('the options changed');
    const widgets = index().map((each) => ({ ...each, software: 'lantu 0.0.1' }));
    box.writeJson('out/index.json', { lantu: 1, widgets });
    expect((await bake('--check')).stdout).toMatch(
      /index\.json: areas: .*Lantu changed \(lantu 0\.0\.1 → @lantu\/bake/,
    );
  });

  it('names files that were edited or are missing', async () => {
    await bake();
    const version = versionOf('months');
    box.write('out/areas/widget.json', '{}');
    box.write(`out/months/${version}/widget.json`, `${JSON.stringify(document(`months/${version}/widget.json`))}\n\n`);
    const edited = await bake('--check');
    expect(edited.code).toBe(1);
    expect(edited.stdout).toContain('areas/widget.json: the file was changed after it was published; received sha384-');
    expect(edited.stdout).toContain(`months/${version}/widget.json: the file was changed after it was published`);
    expect(edited.stdout).toContain('2 differences:');
  });

  it('names a widget whose folder was deleted by each of its files', async () => {
    await bake();
    rmSync(join(box.folder, 'out/months'), { recursive: true });
    const { code, stdout } = await bake('--check');
    expect(code).toBe(1);
    expect(stdout).toContain('months/widget.json: the file is missing');
  });

  it('is content with older versions as they were published, and names those that were changed since', async () => {
    await bake();
    const older = versionOf('months');
    writeCases(box, [...COUNTS, ['d', '2024-04', 'loan', 9]]);
    await bake();
    box.write(`out/months/${older}/widget.json.br`, 'the same, compressed');
    expect((await bake('--check')).code).toBe(0);
    const path = `months/${older}/widget.json`;
    box.writeJson(`out/${path}`, { ...document(path), locales: [] });
    const { code, stdout } = await bake('--check');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(
        `months/${older}/: the files of this older version were changed .*; received [0-9a-f]{16}; allowed ${older}`,
      ),
    );
    expect(stdout).toContain('1 difference');
  });
});
