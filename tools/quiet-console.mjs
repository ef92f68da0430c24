import { afterAll, afterEach } from 'vitest';

// Lit prints a banner when its development build is loaded; its other warnings are about real faults and stay.
/** @type {{ litIssuedWarnings?: Set<string> }} */ (globalThis).litIssuedWarnings = new Set(['dev-mode']);

/** @type {string[]} */
const noise = [];

for (const level of /** @type {const} */ (['error', 'warn'])) {
  const print = console[level].bind(console);
  console[level] = (...args) => {
    noise.push(`console.${level}: ${args.map((arg) => (arg instanceof Error ? arg.stack : String(arg))).join(' ')}`);
    print(...args);
  };
}

function failOnNoise() {
  const heard = noise.splice(0);
  if (heard.length > 0) {
    const advice =
      "The code under test wrote to the console. Where a test is about that, let it replace the function: vi.spyOn(console, 'error').";
    throw new Error([advice, ...heard].join('\n'));
  }
}

afterEach(failOnNoise);
afterAll(failOnNoise);
