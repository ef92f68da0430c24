import type { Table } from '@lantu/bake';
import { type DisclosureReason, type Equation, primaryReason, protect, RESIDENT_CASES } from '@lantu/bake';
import type { Metric } from '@lantu/spec';
import { SERVICE_KINDS, SERVICE_MONTHS, type ServiceKind, type ServiceRow } from '../simulation/services.ts';
import {
  areaField,
  categories,
  codedField,
  measureField,
  metric,
  NATURE_FIELD,
  SIMULATION,
  STATUS_FIELD,
  simulated,
  words,
} from './describe.ts';

/** Kinds that count residents' cases, and so fall under disclosure control; the others count meals, lessons and hazards. */
const CASES: readonly ServiceKind[] = ['errands', 'accompanied-medical-visits', 'home-visits', 'disputes-mediated'];

const TITLES: Readonly<Record<ServiceKind, readonly [string, string | undefined, string]>> = {
  errands: ['代买代办', 'ཚབ་ཉོ་ཚབ་སྒྲུབ', 'Errands run'],
  'accompanied-medical-visits': ['陪同就医', 'སྨན་བཅོས་ལ་མཉམ་བསྐྱལ', 'Accompanied medical visits'],
  'home-visits': ['入户走访', 'ཁྱིམ་ཚང་ལ་འཚམས་འདྲི', 'Home visits'],
  'canteen-meals': ['老年食堂用餐', 'རྒན་རབས་ཟ་ཁང་གི་ཟས', 'Meals in the elders’ canteen'],
  classes: ['学堂课程', 'སློབ་ཚན', 'Classes'],
  'disputes-mediated': ['调解纠纷', 'རྩོད་གཞི་འདུམ་འགྲིག', 'Disputes mediated'],
  'hazards-found': ['排查安全隐患', 'བདེ་འཇགས་སྦས་ཉེན་ཞིབ་བཤེར', 'Safety hazards found'],
  'hazards-rectified': ['整改安全隐患', 'བདེ་འཇགས་སྦས་ཉེན་ཡོ་བསྲང', 'Safety hazards rectified'],
};

/** A published count; `reason` says why it is hidden, where it is. */
interface Cell {
  readonly area: string;
  readonly month: string;
  readonly kind: ServiceKind;
  readonly count: number | null;
  readonly reason?: DisclosureReason;
}

/** What was hidden, for the report: how many cells, never which numbers. */
export type Suppressions = readonly {
  readonly dataset: string;
  readonly kind: ServiceKind;
  readonly reason: DisclosureReason;
  readonly cells: number;
  readonly of: number;
}[];

/**
 * Services by township and by county, each county's count being the sum of its townships', hidden together so that no hidden
 * count of residents' cases can be worked out from what is published.
 */
export function serviceTables(rows: readonly ServiceRow[]): {
  readonly tables: readonly Table[];
  readonly suppressions: Suppressions;
} {
  const byTownship: Cell[] = [];
  const byCounty: Cell[] = [];
  for (const ofCounty of groupsOf(rows, (row) => row.township.slice(0, 6))) {
    const { townships, counties } = publish(ofCounty);
    for (const cell of townships) byTownship.push(cell);
    for (const cell of counties) byCounty.push(cell);
  }
  return {
    tables: [
      servicesTable('services', 'township', ['为民服务（乡镇）', 'ཞབས་ཞུ (ཡུལ་ཚོ)', 'Services by township'], byTownship),
      servicesTable('county-services', 'county', ['为民服务（县）', 'ཞབས་ཞུ (རྫོང)', 'Services by county'], byCounty),
    ],
    suppressions: [...tally('services', byTownship), ...tally('county-services', byCounty)],
  };
}

/** The cells of one county as they may be seen. No published sum reaches beyond it, so it can be protected by itself. */
function publish(rows: readonly ServiceRow[]): {
  readonly townships: readonly Cell[];
  readonly counties: readonly Cell[];
} {
  const townships: Cell[] = rows.map(({ township, month, kind, count }) => ({ area: township, month, kind, count }));
  const { counties, equations } = countySums(townships);
  const all = [...townships, ...counties];
  const primary = new Map<number, DisclosureReason>();
  for (const [index, cell] of all.entries()) {
    const reason = CASES.includes(cell.kind) ? primaryReason(cell.count, RESIDENT_CASES) : null;
    if (reason) primary.set(index, reason);
  }
  const counts = all.map((cell) => cell.count);
  const hidden = protect(counts, primary, equations);
  const published = all.map((cell, index): Cell => {
    const reason = hidden.get(index);
    return reason ? { ...cell, count: null, reason } : cell;
  });
  return { townships: published.slice(0, townships.length), counties: published.slice(townships.length) };
}

function countySums(townships: readonly Cell[]): { counties: Cell[]; equations: Equation[] } {
  const counties: Cell[] = [];
  const equations: Equation[] = [];
  for (const members of groupsOf([...townships.entries()], ([, { month, kind }]) => `${month} ${kind}`)) {
    const [, { area, month, kind }] = members[0] as [number, Cell];
    const reported = members.flatMap(([, { count }]) => (count === null ? [] : [count]));
    equations.push({ total: townships.length + counties.length, parts: members.map(([index]) => index) });
    const count = reported.length === 0 ? null : reported.reduce((sum, each) => sum + each, 0);
    counties.push({ area: area.slice(0, 6), month, kind, count });
  }
  return { counties, equations };
}

/** The items with equal keys together, in the order in which the keys first come. */
function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

function tally(dataset: string, cells: readonly Cell[]): Suppressions {
  return CASES.flatMap((kind) => {
    const own = cells.filter((cell) => cell.kind === kind);
    return (['small-count', 'complementary'] as const).map((reason) => ({
      dataset,
      kind,
      reason,
      cells: own.filter((cell) => cell.reason === reason).length,
      of: own.length,
    }));
  });
}

function servicesTable(
  name: string,
  level: 'township' | 'county',
  title: Parameters<typeof words>[0],
  cells: readonly Cell[],
): Table {
  return {
    name,
    title: words(title),
    description: words([
      '每个地区每月每类服务一行，只有次数。模拟数据。涉及居民个案的次数在1至9之间的不予公布（状态Q）；为防推算，另有部分单元一并隐去；未上报的为状态L。',
      undefined,
      'A row an area, month and kind of service; counts only. Simulated. Counts of residents’ cases from 1 to 9 are not published (status Q), with further cells hidden so that they cannot be worked out; status L where no report came in.',
    ]),
    fields: [
      areaField(level),
      {
        name: 'month',
        type: 'yearmonth',
        constraints: { required: true },
        'lantu:title': words(['月份', 'ཟླ་བ', 'Month']),
        'lantu:role': 'dimension',
        'lantu:dimension': 'period',
      },
      codedField('kind', ['服务类别', 'ཞབས་ཞུའི་རིགས', 'Kind of service'], categories(SERVICE_KINDS, TITLES)),
      measureField('count', 'time', ['次数', 'ཐེངས་གྲངས', 'Times'], 0),
      STATUS_FIELD,
      NATURE_FIELD,
    ],
    columns: {
      area: cells.map((cell) => cell.area),
      month: cells.map((cell) => cell.month),
      kind: cells.map((cell) => cell.kind),
      count: cells.map((cell) => cell.count),
      status: cells.map((cell) => (cell.reason ? 'Q' : cell.count === null ? 'L' : 'A')),
      nature: simulated(cells.length),
    },
    primaryKey: ['area', 'month', 'kind'],
    origins: [SIMULATION],
    asOf: lastDay(SERVICE_MONTHS.at(-1) ?? ''),
    provenance: { nature: 'nature', status: 'status' },
    metrics: serviceMetrics(name),
  };
}

function serviceMetrics(dataset: string): Metric[] {
  const cases = (kind: ServiceKind) => (CASES.includes(kind) ? { minimumCount: RESIDENT_CASES.minimum } : {});
  return [
    metric(
      dataset,
      'count',
      ['服务次数', 'ཞབས་ཞུའི་ཐེངས་གྲངས', 'Times served'],
      'time',
      { op: 'sum', field: 'count' },
      { additivity: { kind: 'none' }, minimumCount: RESIDENT_CASES.minimum },
    ),
    ...SERVICE_KINDS.map((kind) =>
      metric(
        dataset,
        kind,
        TITLES[kind],
        'time',
        { op: 'sum', field: 'count', where: [{ field: 'kind', op: 'in', values: [kind] }] },
        cases(kind),
      ),
    ),
  ];
}

function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
