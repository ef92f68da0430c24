const WORKSPACE = '^(packages|apps|stories|data|tools)/';
const DUCKDB = '^packages/engine/src/duckdb/';
const ROLLUP_ARROW = '^packages/engine/src/rollup-arrow/';
const TESTS = '[.]test[.]ts$|/e2e/|^packages/[^/]+/(test|conformance)/|/vitest[.]config[.]ts$';

/** Who may import whom. What is not listed is refused. */
const MAY_IMPORT = {
  'packages/spec': [],
  'packages/engine': ['packages/spec'],
  'packages/charts': ['packages/spec'],
  'packages/elements': ['packages/spec', 'packages/engine', 'packages/charts'],
  'packages/embed': ['packages/spec', 'packages/engine', 'packages/charts', 'packages/elements'],
  'packages/embed/src/code': ['packages/spec'],
  'packages/bake': ['packages/spec', 'packages/engine', 'packages/charts', 'packages/embed/src/code'],
  'packages/bench': ['packages', 'tools'],
  data: ['packages/spec', 'packages/engine', 'packages/bake'],
  apps: ['packages/spec', 'packages/engine', 'packages/charts', 'packages/elements', 'packages/embed'],
  stories: ['packages/spec', 'packages/engine', 'packages/charts', 'packages/elements', 'packages/embed'],
  tools: [],
};

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const directions = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room.replace('packages/', '').replace('/src/', '-')}-imports`,
  comment: `${room} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing else of this repository'}.`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: TESTS },
  to: { path: WORKSPACE, pathNot: `^(${[room, ...allowed].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
const rules = {
  forbidden: [
    ...directions,
    {
      name: 'packages-by-their-name',
      comment: 'A package is imported by its name, through its exports map, never by a path into its files.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'duckdb-on-first-need',
      comment: 'The DuckDB connector is reached by import() only, so that a page pays for it when a query needs it.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: [DUCKDB, TESTS] },
      to: { path: DUCKDB, dynamic: false },
    },
    {
      name: 'bake-without-the-browser-engine',
      comment: 'bake answers on native DuckDB; the WASM connector belongs to browsers.',
      severity: 'error',
      from: { path: '^packages/bake/' },
      to: { path: DUCKDB },
    },
    {
      name: 'arrow-and-wasm-in-the-connector',
      comment:
        'Arrow and DuckDB-WASM stay behind the DuckDB connector: the light path draws a baked answer without them.',
      severity: 'error',
      from: { path: '^(packages|apps|stories)/', pathNot: [DUCKDB, '^packages/(bake|bench)/', TESTS] },
      to: { path: 'node_modules/(apache-arrow|@duckdb/duckdb-wasm)/' },
    },
    {
      name: 'near-places-without-sql',
      comment: 'A snapshot or a rollup answers in a page that loads neither the planner nor an engine.',
      severity: 'error',
      from: { path: '^packages/engine/src/(answer|rollup|rollup-arrow|snapshot)/', pathNot: TESTS },
      to: { path: '^packages/engine/src/(plan|duckdb)/', reachable: true },
    },
    {
      name: 'near-places-without-arrow',
      comment: 'A small rollup travels as JSON: a page that has no large one does not load what reads Arrow.',
      severity: 'error',
      from: { path: '^packages/engine/src/(answer|rollup|snapshot)/', pathNot: TESTS },
      to: { path: `${ROLLUP_ARROW}|node_modules/@uwdata/flechette/`, reachable: true },
    },
    {
      name: 'rollup-arrow-on-first-need',
      comment: 'In a browser what reads rollups of Arrow is reached by import() only, where one is to be read.',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: [ROLLUP_ARROW, '^packages/(bake|bench)/', TESTS] },
      to: { path: ROLLUP_ARROW, dynamic: false },
    },
    {
      name: 'flechette-in-rollup-arrow',
      comment: 'There is one small reader of Arrow beside the DuckDB connector, for rollups and nothing else.',
      severity: 'error',
      from: { path: '^(packages|apps|stories)/', pathNot: [ROLLUP_ARROW, '^packages/bench/', TESTS] },
      to: { path: 'node_modules/@uwdata/flechette/' },
    },
    {
      name: 'one-owner-of-the-dom',
      comment: 'd3 computes, Lit draws: no d3 module that writes to the page.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: 'node_modules/(d3|d3-selection|d3-transition|d3-axis|d3-brush|d3-drag|d3-zoom)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be read, tested or loaded one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // The parser reads neither JSX nor Vue.
    exclude: { path: '(^|/)(dist|storybook-static)/|^(data|packages/bench)/build/|[.](tsx|vue)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['lantu-source', 'browser', 'node', 'import', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};

export default rules;
