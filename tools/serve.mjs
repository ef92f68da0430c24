import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import { ROOT } from './run.mjs';
import { sites } from './steps.mjs';

/** The policy of a strict site: nothing but its own origin, no inline script or style, markup only by Lit, WebAssembly allowed. */
export const STRICT_CSP = policy({
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html lantu',
});

/** Storybook's own pages carry inline scripts and styles; they too stay inside the origin. */
const STORYBOOK_CSP = policy({
  'default-src': "'self'",
  'script-src': "'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'worker-src': "'self' blob:",
  'base-uri': "'self'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
});

/** @type {Record<string, string>} */
const CONTENT_TYPES = {
  arrow: 'application/vnd.apache.arrow.stream',
  arrows: 'application/vnd.apache.arrow.stream',
  csv: 'text/csv;charset=utf-8',
  js: 'text/javascript;charset=utf-8',
  json: 'application/json;charset=utf-8',
  mjs: 'text/javascript;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  wasm: 'application/wasm',
};

/** Vite writes files whose names carry a digest of their content to this folder, and nothing else. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/** The built sites by the path they are served under. */
export function builtRoots() {
  const built = sites().filter((site) => existsSync(join(ROOT, site.built, 'index.html')));
  return Object.fromEntries(built.map((site) => [site.path, site.built]));
}

/**
 * Serves folders of files from one address, as a strict public site would: compressed ahead of time where a `.br` or
 * `.gz` lies beside a file, with a Content Security Policy on every answer, names that carry a hash cached for ever.
 *
 * @param {object} options
 * @param {Record<string, string>} options.roots folders by the path they are served under, which begins and ends with `/`
 * @param {number} options.port 0 for any free one
 * @param {import('node:http').RequestListener} [options.before] sees each request first; what it begins to answer goes no further
 * @param {string} [options.csp] the policy of every path but `/storybook/`
 * @returns {Promise<{ origin: string, close(): Promise<void> }>}
 * @throws {NodeJS.ErrnoException} `EADDRINUSE` when the port is taken
 */
export async function startServer({ roots, port, before, csp = STRICT_CSP }) {
  const mounts = Object.entries(roots)
    .map(([path, folder]) => ({ path, files: sirv(resolve(ROOT, folder), FILES) }))
    .sort((a, b) => b.path.length - a.path.length);

  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    response.setHeader('Content-Security-Policy', url.startsWith('/storybook/') ? STORYBOOK_CSP : csp);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'same-origin');
    before?.(request, response);
    if (response.headersSent) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET and HEAD.');
    const folder = mounts.find(({ path }) => path === `${url}/`);
    if (folder) {
      response.setHeader('Location', folder.path);
      return refuse(response, 308, `It is at ${folder.path}.`);
    }
    const mount = mounts.find(({ path }) => url.startsWith(path));
    if (!mount) return refuse(response, 404, `Nothing at ${url}.`);
    request.url = url.slice(mount.path.length - 1);
    mount.files(request, response);
  });

  await new Promise((done, fail) => server.once('error', fail).listen(port, 'localhost', () => done(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        server.closeAllConnections();
      }),
  };
}

/** @type {import('sirv').Options} */
const FILES = {
  brotli: true,
  gzip: true,
  etag: true,
  onNoMatch: (request, response) => refuse(response, 404, `Nothing at ${request.url}.`),
  setHeaders: (response, pathname) => {
    const type = CONTENT_TYPES[pathname.slice(pathname.lastIndexOf('.') + 1)];
    if (type) response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
};

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} text */
function refuse(response, status, text) {
  response
    .writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8', 'Cache-Control': 'no-store' })
    .end(`${text}\n`);
}

/** @param {Record<string, string>} directives */
function policy(directives) {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
