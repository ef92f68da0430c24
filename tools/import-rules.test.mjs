import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rules from './import-rules.mjs';

const PACKAGES = ['spec', 'engine', 'charts', 'elements', 'embed', 'bake', 'bench'];
/** Further entry points that the packages have. @type {Record<string, string[][]>} */
const ENTRIES = {
  engine: [
    ['./duckdb', './src/duckdb/index.ts'],
    ['./rollup-arrow', './src/rollup-arrow/index.ts'],
  ],
  embed: [['./code', './src/code/index.ts']],
};
const LIBRARIES = ['apache-arrow', '@uwdata/flechette', 'd3-selection', 'd3-scale'];

/** One import for every rule that the rule must refuse: the file that imports, then what it says. */
const REFUSED = {
  'spec-imports': ['packages/spec/src/probe.ts', "import '@lantu/engine';"],
  'engine-imports': ['packages/engine/src/probe.ts', "import type { T } from '@lantu/charts';"],
  'charts-imports': ['packages/charts/src/probe.ts', "import '@lantu/engine';"],
  'elements-imports': ['packages/elements/src/probe.ts', "import '@lantu/bake';"],
  'embed-imports': ['packages/embed/src/probe.ts', "export * from '@lantu/bake';"],
  'embed-code-imports': ['packages/embed/src/code/probe.ts', "import '@lantu/elements';"],
  'bake-imports': ['packages/bake/src/probe.ts', "import '@lantu/embed';"],
  'bench-imports': ['packages/bench/src/probe.ts', "import '../../../data/src/index.ts';"],
  'data-imports': ['data/src/probe.ts', "import '@lantu/elements';"],
  'apps-imports': ['apps/portal/src/probe.ts', "import '@lantu/bake';"],
  'stories-imports': ['stories/src/probe.ts', "import '../../apps/portal/src/index.ts';"],
  'tools-imports': ['tools/probe.mjs', "import '@lantu/spec';"],
  'packages-by-their-name': ['packages/elements/src/probe.ts', "import '../../charts/src/index.ts';"],
  'duckdb-on-first-need': ['packages/elements/src/probe.ts', "import '@lantu/engine/duckdb';"],
  'bake-without-the-browser-engine': ['packages/bake/src/probe.ts', "await import('@lantu/engine/duckdb');"],
  'arrow-and-wasm-in-the-connector': ['packages/charts/src/probe.ts', "import 'apache-arrow';"],
  'near-places-without-sql': ['packages/engine/src/rollup/probe.ts', "import '../plan/index.ts';"],
  'near-places-without-arrow': ['packages/engine/src/rollup/probe.ts', "await import('../rollup-arrow/index.ts');"],
  'rollup-arrow-on-first-need': ['packages/embed/src/probe.ts', "import '@lantu/engine/rollup-arrow';"],
  'flechette-in-rollup-arrow': ['packages/engine/src/duckdb/probe.ts', "await import('@uwdata/flechette');"],
  'one-owner-of-the-dom': ['packages/charts/src/probe.ts', "import 'd3-selection';"],
  'no-cycles': ['packages/spec/src/loop.ts', "import './loop-back.ts';"],
  resolvable: ['packages/spec/src/probe.ts', "import './missing.ts';"],
};

const ALLOWED = [
  ['packages/engine/src/probe.ts', "import '@lantu/spec';"],
  ['packages/elements/src/probe.ts', "import '@lantu/charts'; await import('@lantu/engine/duckdb');"],
  ['packages/engine/src/duckdb/probe.ts', "import 'apache-arrow'; import '../index.ts';"],
  ['packages/charts/src/probe.ts', "import 'd3-scale'; import '@lantu/spec';"],
  ['packages/bake/src/probe.ts', "import '@lantu/engine'; import 'apache-arrow'; import '@lantu/embed/code';"],
  ['packages/embed/src/widget/probe.ts', "import '../code/index.ts'; import '@lantu/elements';"],
];

/** @type {string} */
let tree;

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'lantu-import-rules-'));
  mkdirSync(join(tree, 'node_modules/@lantu'), { recursive: true });
  for (const name of PACKAGES) {
    const exports = Object.fromEntries(
      [['.', './src/index.ts'], ...(ENTRIES[name] ?? [])].map(([entry, source]) => [entry, { 'lantu-source': source }]),
    );
    write(`packages/${name}/package.json`, JSON.stringify({ name: `@lantu/${name}`, type: 'module', exports }));
    write(`packages/${name}/src/index.ts`, 'export {};');
    symlinkSync(join(tree, 'packages', name), join(tree, 'node_modules/@lantu', name));
  }
  for (const name of LIBRARIES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const path of [
    'packages/engine/src/duckdb/index.ts',
    'packages/engine/src/plan/index.ts',
    'packages/engine/src/rollup-arrow/index.ts',
    'packages/embed/src/code/index.ts',
    'data/src/index.ts',
    'apps/portal/src/index.ts',
  ]) {
    write(path, 'export {};');
  }
  write('packages/spec/src/loop-back.ts', "import './loop.ts';");
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Names of the rules that refuse `source` written at `path`. @param {string} path @param {string} source */
async function refusals(path, source) {
  write(path, source);
  try {
    const { enhancedResolveOptions, ...options } = rules.options ?? {};
    const { output } = await cruise(
      [path],
      { ...options, baseDir: tree, validate: true, ruleSet: { forbidden: rules.forbidden ?? [] } },
      enhancedResolveOptions,
    );
    if (typeof output === 'string') throw new Error(`Expected a result object, received ${output.slice(0, 100)}`);
    return output.summary.violations.map(({ rule }) => rule.name);
  } finally {
    rmSync(join(tree, path));
  }
}

describe('the import rules', () => {
  test('have a refused import each', () => {
    expect(rules.forbidden?.map(({ name }) => name).sort()).toEqual(Object.keys(REFUSED).sort());
  });

  test.each(Object.entries(REFUSED))('%s refuses an import that breaks it', async (rule, [path = '', source = '']) => {
    expect(await refusals(path, source)).toContain(rule);
  });

  test.each(ALLOWED)('allow %s to say %s', async (path, source) => {
    expect(await refusals(path, source)).toEqual([]);
  });
});
