import { type Catalog, type Dataset, type Field, quoteValue } from '@lantu/spec';
import type { Report } from './finding.ts';
import type { Cells } from './values.ts';

/** Between neighbouring periods of one area money does not grow or shrink by this; a slip of 10⁴ (万元 for 元) does. */
const JUMP = 5_000;

/**
 * Warns of sums of money that jump by about 10⁴ from one period to the next in the same area and categories. Where an area has
 * several rows a period (a ledger), rows are no series and nothing is compared.
 */
export function checkJumps(catalog: Catalog, { schema: { fields } }: Dataset, cells: Cells, report: Report): void {
  const dimensions = new Map(catalog['lantu:dimensions'].map((each) => [each.name, each.kind]));
  const kindOf = (field: Field) => dimensions.get(field['lantu:dimension'] ?? '');
  const time = fields.find((each) => kindOf(each) === 'time');
  const area = fields.find((each) => kindOf(each) === 'area');
  const money = fields.filter((each) => isMoney(catalog, each));
  if (!time || !area || money.length === 0) return;
  const groups = fields.filter((each) => each['lantu:role'] === 'dimension' && each !== time);
  const rows = orderedRows(cells, groups, time);
  for (const field of money) {
    const values = cells[field.name] ?? [];
    for (const series of rows) {
      let before: number | undefined;
      for (const row of series) {
        const value = values[row];
        if (typeof value !== 'number' || value === 0) continue;
        const former = before === undefined ? undefined : values[before];
        const factor = typeof former === 'number' ? Math.abs(value / former) : 1;
        if (before !== undefined && (factor >= JUMP || factor <= 1 / JUMP)) {
          report('warning', {
            row: row + 1,
            column: field.name,
            problem: `${factor >= 1 ? `${Math.round(factor)} times` : `1/${Math.round(1 / factor)} of`} the value of row ${before + 1}, the period before in ${quoteValue(cells[area.name]?.[row])}: a unit may have slipped`,
            received: `${former} → ${value}`,
          });
        }
        before = row;
      }
    }
  }
}

function isMoney(catalog: Catalog, { 'lantu:unit': code, 'lantu:role': role }: Field): boolean {
  return role === 'measure' && catalog['lantu:units'].some((each) => each.code === code && each.kind === 'money');
}

/** The rows of each combination of the other dimensions, by time; those with a period twice left out. */
function orderedRows(cells: Cells, groups: readonly Field[], time: Field): number[][] {
  const periods = cells[time.name] ?? [];
  const series = new Map<string, number[]>();
  for (const row of periods.keys()) {
    const key = groups.map((each) => cells[each.name]?.[row]).join('\n');
    const own = series.get(key);
    if (own) own.push(row);
    else series.set(key, [row]);
  }
  return [...series.values()].flatMap((rows) => {
    if (new Set(rows.map((row) => periods[row])).size < rows.length) return [];
    return [rows.sort((a, b) => (String(periods[a]) < String(periods[b]) ? -1 : 1))];
  });
}
