/** A stretch of time by its first and last day (ISO). */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/**
 * The period that `text` writes: a year (`2024`), a month (`2026-04`), a day (`2025-12-31`), or from one of these to another
 * (`2023/2025`). Undefined where it writes none: another form, 30 February, an end before the beginning.
 */
export function parsePeriod(text: string): Period | undefined {
  const [from, to, ...more] = text.split('/').map(spanOf);
  const end = text.includes('/') ? to : from;
  if (!from || !end || more.length > 0 || end.last < from.first) return undefined;
  return { first: from.first, last: end.last };
}

function spanOf(text: string): Period | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const start = new Date(`${first}T00:00:00Z`);
  if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(first)) return undefined;
  if (day !== undefined) return { first, last: first };
  const next = month === undefined ? Date.UTC(Number(year) + 1, 0) : Date.UTC(Number(year), Number(month));
  return { first, last: new Date(next - 86_400_000).toISOString().slice(0, 10) };
}
