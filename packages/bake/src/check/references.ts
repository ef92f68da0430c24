import { type Catalog, type Dataset, quoteValue } from '@lantu/spec';
import type { Report } from './finding.ts';
import type { Cells } from './values.ts';

/** What a dataset's values refer to in others: rows of its parents, and areas at their level. */
export function checkReferences(
  catalog: Catalog,
  dataset: Dataset,
  cells: ReadonlyMap<string, Cells>,
  report: Report,
): void {
  const own = cells.get(dataset.name) ?? {};
  for (const { fields: field, reference } of dataset.schema.foreignKeys ?? []) {
    const keys = new Set(cells.get(reference.resource)?.[reference.fields]);
    for (const [index, cell] of (own[field] ?? []).entries()) {
      if (cell === null || keys.has(cell)) continue;
      report('error', {
        row: index + 1,
        column: field,
        problem: `no row of ${quoteValue(reference.resource)} has this key`,
        received: quoteValue(cell),
        allowed: `a value of ${reference.fields}`,
      });
    }
  }
  for (const dimension of catalog['lantu:dimensions']) {
    if (dimension.kind !== 'area') continue;
    const areas = cells.get(dimension.dataset) ?? {};
    const levels = new Map((areas[dimension.key] ?? []).map((code, index) => [code, areas[dimension.level]?.[index]]));
    for (const field of dataset.schema.fields) {
      if (field['lantu:dimension'] !== dimension.name || dataset.name === dimension.dataset) continue;
      const level = field['lantu:level'];
      for (const [index, code] of (own[field.name] ?? []).entries()) {
        if (code === null) continue;
        const at = { row: index + 1, column: field.name, received: quoteValue(code) };
        if (!levels.has(code))
          report('error', {
            ...at,
            problem: 'an area that the dataset of areas does not have',
            allowed: `a code of ${quoteValue(dimension.dataset)}`,
          });
        else if (level !== undefined && levels.get(code) !== level)
          report('error', {
            ...at,
            problem: `an area of the level ${levels.get(code)}`,
            allowed: `areas of the level ${level}`,
          });
      }
    }
  }
}
