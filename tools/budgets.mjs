import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build, defaultClientConditions } from 'vite';
import { ROOT, runMain } from './run.mjs';

const RECORD = join(ROOT, 'tools/budgets.json');
const DATABASE = /^(apache-arrow|flatbuffers|@duckdb\/.*)$|^packages\/engine\/src\/duckdb\//;
const PLANNER = new RegExp(`${DATABASE.source}|^packages/engine/src/plan/`);
const ENGINE = new RegExp(`${DATABASE.source}|^packages/engine/`);
const ENGINE_OR_OTHER_LANGUAGE = new RegExp(`${ENGINE.source}|^packages/spec/src/locale/(bo|en)[.]`);

/**
 * What a page may download before it needs anything more: `entry` bundled and minified, without what it leads to by `import()`.
 *
 * @type {{ name: string, entry: string, gzipBytes: number, never: RegExp, protects: string }[]}
 */
const BUDGETS = [
  {
    name: 'a baked answer drawn as bars, in one language',
    entry:
      "import '@lantu/spec/locale/zh-CN'; export * from '@lantu/charts/bar'; export { formatter } from '@lantu/spec/locale';",
    gzipBytes: 25_000,
    never: ENGINE_OR_OTHER_LANGUAGE,
    protects:
      'An embedded widget appears as fast as a picture: script and data together stay under 45 KB, and a reader downloads one language.',
  },
  {
    name: 'the loader of widgets, before anything more',
    entry: "import 'packages/embed/src/loader.ts';",
    gzipBytes: 7_500,
    never: new RegExp(
      `${ENGINE.source}|^lit|^@lit/context$|^valibot$|^d3-|^packages/spec/|^packages/charts/src/(frame|bar|picture)/`,
    ),
    protects:
      'A page with stills is painted as early as without script, for its first frame has no compiler beside it; and stills answer a pointer and keys at once.',
  },
  {
    name: 'an embedded widget, before its document',
    entry: "import 'packages/embed/src/loader.ts'; import 'packages/embed/src/widget/define.ts';",
    gzipBytes: 45_700,
    never: new RegExp(`${ENGINE_OR_OTHER_LANGUAGE.source}|^valibot$|^@lit/context$|^packages/charts/src/(line|kpi)/`),
    protects:
      'A bar chart is drawn and alive after two files of code, which know no engine, no schema and no other chart. The published files are some 2 KB smaller: packages/embed/site folds them further.',
  },
  {
    name: 'what answers a filter without an engine',
    entry:
      "export { Model } from '@lantu/spec'; export { rollupPlace } from '@lantu/engine/rollup'; export { snapshotPlace } from '@lantu/engine/snapshot';",
    gzipBytes: 14_500,
    never: PLANNER,
    protects: 'An embedded widget answers its filters by itself: neither SQL nor a database is on its way.',
  },
  {
    name: 'what reads a large rollup',
    entry: "export { rollupFromArrow } from '@lantu/engine/rollup-arrow';",
    gzipBytes: 8_800,
    never: PLANNER,
    protects:
      'A widget with many rows answers its filters by itself: Arrow is read without the library that the database uses.',
  },
  {
    name: 'every element, before the first query',
    entry: "export * from '@lantu/elements';",
    gzipBytes: 76_000,
    never: DATABASE,
    protects: 'A page is alive and says that it is loading before the 6 MB of the database are asked for.',
  },
];

await runMain(async () => {
  const record = JSON.parse(readFileSync(RECORD, 'utf8'));
  const recording = process.argv.includes('--record');
  let failed = 0;
  for (const budget of BUDGETS) {
    const { gzipBytes, parts } = await measure(budget.entry);
    console.log(`${budget.name}: ${gzipBytes} of ${budget.gzipBytes} bytes gzip`);
    for (const fault of faults(budget, gzipBytes, parts, record[budget.name] ?? {})) {
      failed++;
      console.log(fault);
    }
    record[budget.name] = parts;
  }
  if (recording) writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
  return failed > 0 ? 1 : 0;
});

/**
 * @param {(typeof BUDGETS)[number]} budget
 * @param {number} gzipBytes
 * @param {Record<string, number>} parts
 * @param {Record<string, number>} recorded
 */
function faults(budget, gzipBytes, parts, recorded) {
  const faults = [];
  const intruders = Object.keys(parts).filter((part) => budget.never.test(part));
  if (intruders.length > 0) {
    faults.push(`  It must not contain ${intruders.join(', ')}.\n  ${budget.protects}`);
  }
  if (gzipBytes > budget.gzipBytes) {
    const grown = Object.entries(parts)
      .map(([part, bytes]) => ({ part, by: bytes - (recorded[part] ?? 0), since: part in recorded ? '' : ' (new)' }))
      .filter(({ by }) => by > 0)
      .sort((a, b) => b.by - a.by)
      .map(({ part, by, since }) => `    +${by} bytes ${part}${since}`);
    faults.push(
      `  ${gzipBytes - budget.gzipBytes} bytes too many. ${budget.protects}\n` +
        `  Grown since the last record, before compression:\n${grown.slice(0, 12).join('\n')}\n` +
        '  Load it on first need with import(), find a smaller way, or raise the budget in tools/budgets.mjs and say why;\n' +
        '  then record the parts: node tools/budgets.mjs --record',
    );
  }
  return faults;
}

/** Gzip bytes of the minified bundle, and the bytes that each file or library has in it. @param {string} code */
async function measure(code) {
  const entry = 'virtual:entry';
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['lantu-source', ...defaultClientConditions] },
    build: { write: false, minify: true, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
    plugins: [
      {
        name: 'entry',
        resolveId(id, importer) {
          if (id === entry) return id;
          if (importer !== entry) return null;
          if (id.startsWith('packages/')) return join(ROOT, id);
          const [, folder] = id.split('/');
          return this.resolve(id, join(ROOT, 'packages', folder ?? '', 'src/index.ts'));
        },
        load(id) {
          return id === entry ? code : null;
        },
      },
    ],
  });
  if (!('output' in result)) throw new Error('Vite was to build once and return its output.');
  const chunks = result.output.filter((file) => file.type === 'chunk');
  const needed = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of needed) {
    for (const imported of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) needed.add(imported);
  }
  const loaded = chunks.filter(({ fileName }) => needed.has(fileName));
  /** @type {Record<string, number>} */
  const parts = {};
  for (const [id, { renderedLength }] of loaded.flatMap(({ modules }) => Object.entries(modules))) {
    if (renderedLength > 0) parts[partOf(id)] = (parts[partOf(id)] ?? 0) + renderedLength;
  }
  return { gzipBytes: gzipSync(loaded.map(({ code }) => code).join('\n')).length, parts };
}

/** The library that a module belongs to, or its path in this repository. @param {string} id */
function partOf(id) {
  const library = id
    .split('node_modules/')
    .at(-1)
    ?.match(/^(@[^/]+\/)?[^/]+/)?.[0];
  return id.includes('node_modules/') && library ? library : relative(ROOT, id);
}
