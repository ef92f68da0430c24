import type { Answer } from '@lantu/spec';

const TOLERANCE = 1e-9;

/** In words, the first thing two answers do not agree on, numbers within a relative 1e-9; undefined where they agree. */
export function difference(expected: Answer, received: Answer): string | undefined {
  return differing(shown(expected), shown(received), 'answer');
}

/** All of an answer but who gave it, how, and from which files. */
function shown({ answeredBy: _, vintage: __, sql: ___, provenance, ...rest }: Answer): object {
  const { origins, natures, statuses, asOf } = provenance;
  return {
    ...rest,
    origins: origins.map((each) => each.id).sort(),
    natures: [...natures].sort(),
    statuses: [...statuses].sort(),
    asOf,
  };
}

function differing(expected: unknown, received: unknown, at: string): string | undefined {
  if (typeof expected === 'number' && typeof received === 'number') {
    const near = Math.abs(expected - received) <= TOLERANCE * Math.max(1, Math.abs(expected), Math.abs(received));
    return near ? undefined : `${at}: ${expected} and ${received}`;
  }
  if (typeof expected === 'object' && typeof received === 'object' && expected !== null && received !== null) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(received)])) {
      const [one, other] = [expected, received].map((each) => (each as Record<string, unknown>)[key]);
      const found = differing(one, other, `${at}.${key}`);
      if (found) return found;
    }
    return undefined;
  }
  return expected === received ? undefined : `${at}: ${JSON.stringify(expected)} and ${JSON.stringify(received)}`;
}
