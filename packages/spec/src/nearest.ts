/** How much of a name is compared: enough for any real one, and a bound on the work for a hostile one. */
const COMPARED = 64;

/** `names`, those most like `received` first (by edit distance, ignoring case); equally near ones keep their order. */
export function nearestFirst(names: Iterable<string>, received: string): string[] {
  const distances = new Map([...new Set(names)].map((name) => [name, editDistance(name, received)]));
  return [...distances].sort(([, a], [, b]) => a - b).map(([name]) => name);
}

/** `names` as the `allowed` part of an error: quoted, nearest to `received` first, cut after `limit`. */
export function allowedNames(names: Iterable<string>, received: string, limit = 20): string {
  const sorted = nearestFirst(names, received);
  if (sorted.length === 0) return 'none: there is no such thing here';
  const shown = sorted.slice(0, limit).map((name) => JSON.stringify(name));
  const rest = sorted.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** Levenshtein's distance between the beginnings of two texts, ignoring case. */
function editDistance(left: string, right: string): number {
  const a = left.slice(0, COMPARED).toLowerCase();
  const b = right.slice(0, COMPARED).toLowerCase();
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a.split('').entries()]) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(row, j - 1) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, at(row, j) + 1, at(next, j - 1) + 1));
    }
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
