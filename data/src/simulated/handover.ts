import type { Table } from '@lantu/bake';
import { HANDOVER_STATES, type HandoverRow } from '../simulation/handover.ts';
import type { ChecklistEntry } from './checklist.ts';
import {
  areaField,
  attribute,
  categories,
  codedField,
  metric,
  NATURE_FIELD,
  SIMULATION,
  simulated,
  words,
} from './describe.ts';

/** A row an item of the checklist of one team. */
export function handoverTable(
  rows: readonly HandoverRow[],
  checklist: readonly ChecklistEntry[],
  batches: NonNullable<Table['fields'][number]['categories']>,
): Table {
  const of = 'handover';
  const state = (...values: string[]) => [{ field: 'state', op: 'in' as const, values }];
  const settled = state('done', 'rectified');
  return {
    name: of,
    title: words(['驻村轮换交接清单', 'གྲོང་སྡོད་བརྗེ་རེས་རྩིས་སྤྲོད་ཐོ', 'Handover checklist']),
    description: words([
      '每个工作队每个交接事项一行。模拟数据：昌都市1148个工作队全部完成交接，与报道一致。',
      undefined,
      'A row a team and item of the checklist. Simulated: all 1,148 teams of Qamdo handed over, as reported.',
    ]),
    fields: [
      {
        name: 'team',
        type: 'string',
        constraints: { required: true },
        'lantu:title': words(['工作队', 'ལས་དོན་རུ་ཁག', 'Team']),
        'lantu:role': 'dimension',
      },
      areaField('village'),
      codedField('batch', ['驻村批次', 'གྲོང་སྡོད་ཐེངས', 'Batch'], batches, { 'lantu:dimension': 'batch' }),
      codedField(
        'item',
        ['交接事项', 'རྩིས་སྤྲོད་དོན་ཚན', 'Item'],
        checklist.map(({ code, title }) => ({ value: code, label: title['zh-CN'], 'lantu:title': title })),
      ),
      codedField(
        'state',
        ['状态', 'གནས་བབ', 'State'],
        categories(HANDOVER_STATES, {
          done: ['已交接', 'རྩིས་སྤྲོད་ཟིན', 'Handed over'],
          rectified: ['整改后交接', 'ཡོ་བསྲང་རྗེས་རྩིས་སྤྲོད', 'Handed over after rectification'],
          outstanding: ['未完成', 'ཚར་མེད', 'Outstanding'],
        }),
      ),
      {
        name: 'handed_over_on',
        type: 'date',
        'lantu:title': words(['交接日期', 'རྩིས་སྤྲོད་ཟླ་ཚེས', 'Handed over on']),
        'lantu:role': 'dimension',
        'lantu:dimension': 'period',
      },
      attribute('filing_complete', 'boolean', ['档案齐全', undefined, 'Filing complete']),
      attribute('ledger_matches', 'boolean', ['资产账目相符', undefined, 'Ledger matches assets']),
      attribute('rectified_on', 'date', ['整改日期', undefined, 'Rectified on']),
      NATURE_FIELD,
    ],
    columns: {
      team: rows.map((row) => row.team),
      area: rows.map((row) => row.village),
      batch: rows.map((row) => row.batch),
      item: rows.map((row) => row.item),
      state: rows.map((row) => row.state),
      handed_over_on: rows.map((row) => row.handedOverOn),
      filing_complete: rows.map((row) => row.filingComplete),
      ledger_matches: rows.map((row) => row.ledgerMatches),
      rectified_on: rows.map((row) => row.rectifiedOn),
      nature: simulated(rows.length),
    },
    primaryKey: ['team', 'batch', 'item'],
    origins: [SIMULATION],
    asOf: '2026-06-30',
    status: 'A',
    provenance: { nature: 'nature' },
    metrics: [
      metric(of, 'items', ['交接事项', 'རྩིས་སྤྲོད་དོན་ཚན', 'Items'], 'item', { op: 'count' }),
      metric(
        of,
        'items-settled',
        ['已完成交接事项', 'ཚར་བའི་རྩིས་སྤྲོད་དོན་ཚན', 'Items handed over'],
        'item',
        { op: 'count', where: settled },
        { better: 'more' },
      ),
      metric(
        of,
        'items-outstanding',
        ['未完成交接事项', 'མ་ཚར་བའི་རྩིས་སྤྲོད་དོན་ཚན', 'Items outstanding'],
        'item',
        { op: 'count', where: state('outstanding') },
        { better: 'less' },
      ),
      metric(
        of,
        'completion',
        ['交接完成率', 'རྩིས་སྤྲོད་ལེགས་གྲུབ་ཚད', 'Share of items handed over'],
        'percent',
        { op: 'ratio', numerator: `${of}.items-settled`, denominator: `${of}.items` },
        { decimals: 1, better: 'more' },
      ),
      metric(
        of,
        'rectification',
        ['整改后交接占比', undefined, 'Share of items rectified first'],
        'percent',
        { op: 'ratio', numerator: `${of}.items-rectified`, denominator: `${of}.items` },
        { decimals: 1, better: 'less' },
      ),
      metric(
        of,
        'items-rectified',
        ['整改后交接事项', undefined, 'Items rectified first'],
        'item',
        { op: 'count', where: state('rectified') },
        { better: 'less' },
      ),
      metric(of, 'teams', ['驻村工作队', 'གྲོང་སྡོད་ལས་དོན་རུ་ཁག', 'Teams'], 'team', { op: 'distinct', field: 'team' }),
      metric(
        of,
        'teams-outstanding',
        ['尚有未完成事项的工作队', undefined, 'Teams with items outstanding'],
        'team',
        { op: 'distinct', field: 'team', where: state('outstanding') },
        { better: 'less' },
      ),
      metric(of, 'villages', ['开展轮换的村（社区）', undefined, 'Villages in the rotation'], 'village', {
        op: 'distinct',
        field: 'area',
      }),
    ],
  };
}
