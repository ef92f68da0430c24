/** Every character of the texts in `value`, keys excepted, each once and sorted. */
export function glyphsIn(value: unknown): string {
  const found = new Set<string>();
  collect(value, found);
  return [...found].sort().join('');
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') for (const each of value) found.add(each);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) collect(each, found);
}
