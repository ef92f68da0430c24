import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import { build, defaultClientConditions } from 'vite';
import { noticesOf } from './licenses.mjs';
import { foldTemplates } from './templates.mjs';

// node site/build.mjs [FOLDER] builds what a site publishes as its folder `embed/`: the loader in one file, what it fetches later under
// `assets/`, the host page's half of the iframe bridge, the hashes of all scripts and the notices of the libraries in them.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = resolve(process.argv[2] ?? join(ROOT, 'dist/site'));
const SITE = `${OUT}.new`;
const { version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
// From the package, not from what the engine has made of it, so that its notice is found.
const ofEngine = createRequire(new URL('../../engine/package.json', import.meta.url));

/** What draws widgets, all of it. */
const DRAWING = { name: 'widget', test: /\/embed\/src\/widget\/define\.ts$/ };

/** What a reader's one act needs is one file: of chunks that import each other a slow link waits for each in turn. */
const TOGETHER = [
  { name: 'views', test: /\/(elements\/src\/kpi|charts\/src\/line)\// },
  { name: 'filters', test: /\/elements\/src\/filters\// },
  { name: 'aside', test: /\/elements\/src\/aside\// },
  { name: 'details', test: /\/elements\/src\/(table|sources|details)\// },
  { name: 'near', test: /\/engine\/src\/(rollup|snapshot)\/|\/embed\/src\/widget\/near/ },
];

/** Has V8 compile all functions while the file arrives, on another thread, and not one after another as they are called. */
const COMPILED_AHEAD = '//# allFunctionsCalledOnLoad\n';

// Whatever it is called from: under another, libraries come in the edition for their developers.
process.env['NODE_ENV'] = 'production';

/** @type {Set<string>} */
const modules = new Set([ofEngine.resolve('@duckdb/duckdb-wasm')]);

await bundle('embed', 'src/loader.ts', { emptyOutDir: true });
await bundle('frame', 'src/frame/host.ts', { emptyOutDir: false });
writeFileSync(join(SITE, 'licenses.txt'), noticesOf(modules));
writeFileSync(join(SITE, 'integrity.json'), `${JSON.stringify(hashes(), null, 2)}\n`);
rmSync(OUT, { recursive: true, force: true });
renameSync(SITE, OUT);

/**
 * Each in a build of its own, so that they share no chunk and stay one file each.
 *
 * @param {string} name
 * @param {string} input
 * @param {import('vite').BuildOptions} options
 */
async function bundle(name, input, options) {
  await build({
    root: ROOT,
    configFile: false,
    base: './',
    logLevel: 'warn',
    resolve: { conditions: ['lantu-source', ...defaultClientConditions] },
    plugins: [
      {
        name: 'lantu-plain-import',
        enforce: 'pre',
        // Vite wraps each import() in 1.3 KB that fetch styles and further modules ahead. There are none here.
        load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
        renderChunk: plainImports,
      },
      {
        name: 'lantu-folded-templates',
        transform: {
          filter: { id: /\/packages\/\w+\/src\/.*\.ts$/, code: /\b(css|html|svg)`/ },
          handler: foldTemplates,
        },
      },
      {
        name: 'lantu-chinese-is-there',
        transform: { filter: { id: /\/spec\/src\/locale\/load\.ts$/ }, handler: withoutChinese },
      },
      {
        name: 'lantu-policy-on-first-use',
        transform: { filter: { id: /\/lit-html\/lit-html\.js$/ }, handler: policyOnFirstUse },
      },
      {
        name: 'lantu-bundled-modules',
        async generateBundle(_, output) {
          withoutRuntimeFile(output);
          for (const file of Object.values(output)) {
            if (file.type !== 'chunk') continue;
            for (const id of file.moduleIds) modules.add(id);
            if (file.isEntry) file.code = await minified(file.code);
            if (file.name === DRAWING.name) file.code = COMPILED_AHEAD + (await minified(file.code));
          }
        },
      },
    ],
    build: {
      ...options,
      outDir: SITE,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { [name]: join(ROOT, input) },
        checks: { pluginTimings: false },
        // Of d3-array, which calls them as it is loaded, whether or not what they make is needed.
        treeshake: { propertyReadSideEffects: false, manualPureFunctions: ['bisector', 'Blur2', 'shuffler'] },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
          comments: false,
          codeSplitting: { groups: [{ name, tags: ['$initial'] }, DRAWING, ...TOGETHER] },
          postBanner: ({ isEntry }) => (isEntry ? `/*! Lantu ${version}, ${license}: licenses.txt */` : ''),
        },
      },
    },
  });
}

/** Each import() without the bundler's wrapping around it. @param {string} code */
function plainImports(code) {
  const plain = code
    .replace(
      /__vitePreload\(async \(\) => \{\s*const \{[^}]*\} = await ([^;]+);\s*return \{[^}]*\};\s*\}, __VITE_PRELOAD__(, import\.meta\.url)?\)/g,
      '$1',
    )
    .replace(
      /__vitePreload\(\(\) => (import\([^()]*\)(?:\.then\(\(\w+\) => [\w.]+\))?), __VITE_PRELOAD__(, import\.meta\.url)?\)/g,
      '$1',
    );
  if (plain.includes('__vitePreload('))
    throw new Error('the bundler wraps import() in another way than plainImports knows.');
  return plain;
}

/** What every page loads, smaller than the bundler's own minifier leaves it; for all chunks that would take ten times as long. @param {string} code */
async function minified(code) {
  const { code: smaller } = await minify(code, {
    module: true,
    ecma: 2020,
    compress: { passes: 2, keep_fargs: false, unsafe_arrows: true, pure_getters: true },
    format: { comments: 'some' },
  });
  return smaller ?? code;
}

/**
 * Writes what a chunk gives to import() as an object of getters, in place of the call of the bundler's helper for that, which is a file
 * of its own, of 200 bytes, and would be waited for after each chunk.
 *
 * @param {import('vite').Rollup.OutputBundle} output
 */
function withoutRuntimeFile(output) {
  const chunks = Object.values(output).filter((file) => file.type === 'chunk');
  const runtime = chunks.find(({ name }) => name === 'rolldown-runtime');
  if (!runtime) return;
  const statement = new RegExp(`import\\{\\w+ as ([\\w$]+)\\}from"\\./${runtime.name}-[^"]*";`);
  for (const chunk of chunks.filter(({ imports }) => imports.includes(runtime.fileName))) {
    const helper = statement.exec(chunk.code)?.[1] ?? '';
    const call = new RegExp(`(?<![\\w$.])${helper.replaceAll('$', '\\$')}\\(\\{([^{}]*)\\}\\)`, 'g');
    if (!helper || !call.test(chunk.code)) throw new Error('the bundler writes its helper in another way.');
    chunk.code = chunk.code
      .replace(statement, '')
      .replace(call, (_, names) => `{${names.replace(/([\w$]+):\(\)=>([\w$]+)/g, 'get $1(){return $2}')}}`);
  }
  delete output[runtime.fileName];
}

/** The languages that can be fetched, without the one that is in the loader: both ways to it would need a helper in a file of its own. @param {string} code */
function withoutChinese(code) {
  const fetched = /import\(["']\.\/zh-CN\.ts["']\)/;
  if (!fetched.test(code))
    throw new Error('spec/src/locale/load.ts fetches Chinese in another way than withoutChinese knows.');
  return code.replace(fetched, 'Promise.resolve()');
}

/**
 * Lit makes its Trusted Types policy as it is loaded, and a page can have only one of that name. So that a second loader on a page,
 * whose code is never used, does not throw there, ours makes it when it draws for the first time.
 *
 * @param {string} code
 */
function policyOnFirstUse(code) {
  const made = /(\w+)=(\w+)\?(\2\.createPolicy\("lit-html",\{createHTML:(\w+)=>\4\}\)):void 0/;
  if (!made.test(code)) throw new Error('lit-html makes its policy in another way than policyOnFirstUse knows.');
  return code.replace(
    made,
    (_, policy, types, create) => `${policy}=(p=>({createHTML:h=>${types}?(p??=${create}).createHTML(h):h}))()`,
  );
}

/** Every file's hash as the attribute `integrity` takes it, by its path in the site. */
function hashes() {
  const files = readdirSync(SITE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file.slice(SITE.length + 1).replaceAll(sep, '/'),
      `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`,
    ]),
  );
}
