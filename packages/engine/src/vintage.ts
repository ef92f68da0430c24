import type { Catalog } from '@lantu/spec';

/**
 * The vintage of an answer that was read from these datasets: their names and the first 16 hexadecimal digits of their files'
 * hashes, sorted: `areas:9f86d081884c7d65 figures:0b1c2d3e4f506172`.
 *
 * @throws {RangeError} where the catalog has no such dataset
 */
export function vintageOf(catalog: Catalog, datasets: Iterable<string>): string {
  const parts = [...new Set(datasets)].map((name) => {
    const dataset = catalog.resources.find((each) => each.name === name);
    if (!dataset) throw new RangeError(`the catalog has no dataset ${JSON.stringify(name)}`);
    return `${encodeURIComponent(name)}:${dataset.hash.slice('sha256:'.length, 'sha256:'.length + 16)}`;
  });
  return parts.sort().join(' ');
}

/** True where the datasets that the vintage names are the same files in `catalog`. */
export function isCurrent(vintage: string, catalog: Catalog): boolean {
  const current = new Set(catalog.resources.map((each) => vintageOf(catalog, [each.name])));
  return vintage.split(' ').every((part) => current.has(part));
}
