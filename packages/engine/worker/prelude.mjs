/**
 * What runs in the worker before DuckDB-WASM's own script; `build.mjs` writes the two into one file. DuckDB-WASM's script loses the
 * errors of loading its module (they end as an unhandled rejection, and its promise never settles) and reports the download's
 * progress seldom; this part tells the page, in messages with a `lantu` key that `bindings.ts` reads:
 *
 * - `held`: the worker holds the lock that bears its name. The browser gives it to the page when the worker is gone, however it went.
 * - `unheld`: there are no locks here: the context is not secure, or the browser refuses them to an embedded page.
 * - `progress`: bytes of the module that have arrived, out of `total`.
 * - `blocked`: a Content Security Policy refused something.
 * - `failed`: an error that nobody in the worker caught.
 *
 * It is written as text into a classic script: it can use nothing from outside itself.
 *
 * @param {number} total the module's size in bytes, decoded
 */
export function prelude(total) {
  const tell = (/** @type {Record<string, unknown>} */ message) => self.postMessage(message);

  self.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI } = /** @type {SecurityPolicyViolationEvent} */ (event);
    tell({ lantu: 'blocked', directive: effectiveDirective, uri: blockedURI });
  });

  self.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    const { reason } = event;
    tell({ lantu: 'failed', name: reason?.name ?? 'Error', message: reason?.message ?? String(reason) });
  });

  const holding = async () => {
    tell({ lantu: 'held' });
    return new Promise(() => {});
  };
  const locks = /** @type {LockManager | undefined} */ (navigator.locks);
  Promise.resolve(locks ? locks.request(self.name, holding) : undefined)
    .catch(() => undefined)
    .then(() => tell({ lantu: 'unheld' }));

  const fetchAny = self.fetch.bind(self);
  self.fetch = async (input, init) => {
    const response = await fetchAny(input, init);
    if (!response.ok || !response.body) throw new Error(`${response.url}: HTTP ${response.status}`);
    let loaded = 0;
    let told = 0;
    const counted = response.body.pipeThrough(
      new TransformStream({
        transform(/** @type {Uint8Array} */ chunk, controller) {
          loaded += chunk.byteLength;
          const now = performance.now();
          if (loaded >= total || now - told > 50) {
            told = now;
            tell({ lantu: 'progress', loaded, total });
          }
          controller.enqueue(chunk);
        },
      }),
    );
    // Many plain web servers send .wasm as application/octet-stream, which a browser refuses to compile from the stream.
    return new Response(counted, { headers: { 'Content-Type': 'application/wasm' } });
  };
}
