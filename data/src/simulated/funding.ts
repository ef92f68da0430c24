import type { Table } from '@lantu/bake';
import { type FundingRow, STREAMS, TRANSACTIONS, type Transaction } from '../simulation/funding.ts';
import { CLOSED_ON } from '../simulation/projects.ts';
import {
  areaField,
  categories,
  codedField,
  measureField,
  metric,
  NATURE_FIELD,
  SIMULATION,
  simulated,
  words,
} from './describe.ts';

/** A row a ledger event. */
export function fundingTable(rows: readonly FundingRow[]): Table {
  const of = 'funding';
  const total = (transaction: Transaction, title: Parameters<typeof words>[0]) =>
    metric(of, transaction, title, 'CNY', {
      op: 'sum',
      field: 'amount_cny',
      where: [{ field: 'transaction', op: 'in', values: [transaction] }],
    });
  return {
    name: of,
    title: words(['资金台账', 'མ་དངུལ་ཐོ་དེབ', 'Funding ledger']),
    description: words([
      '每笔资金往来一行（安排、拨付、支出、退回），分驻村工作经费和项目资金。模拟数据：2023—2025年拨付的驻村工作经费合计与报道的13亿元一致。',
      undefined,
      'A row a ledger event (commitment, disbursement, expenditure, return), for the teams’ work and for projects. Simulated: work funds disbursed in 2023–2025 add up to the reported 1.3 billion yuan.',
    ]),
    fields: [
      areaField('village'),
      {
        name: 'project',
        type: 'string',
        'lantu:title': words(['项目', 'རྣམ་གྲངས', 'Project']),
        'lantu:role': 'dimension',
      },
      codedField(
        'stream',
        ['资金类别', 'མ་དངུལ་གྱི་རིགས', 'Stream'],
        categories(STREAMS, {
          work: ['驻村工作经费', 'གྲོང་སྡོད་ལས་དོན་མ་དངུལ', 'Work funds'],
          project: ['项目资金', 'རྣམ་གྲངས་མ་དངུལ', 'Project funds'],
        }),
      ),
      codedField(
        'transaction',
        ['往来类型', undefined, 'Transaction'],
        categories(TRANSACTIONS, {
          commitment: ['安排', 'བཀོད་སྒྲིག', 'Commitment'],
          disbursement: ['拨付', 'མ་དངུལ་གཏོང་བ', 'Disbursement'],
          expenditure: ['支出', 'འགྲོ་སོང', 'Expenditure'],
          return: ['退回', 'ཕྱིར་སློག', 'Return'],
        }),
      ),
      {
        name: 'date',
        type: 'date',
        constraints: { required: true },
        'lantu:title': words(['日期', 'ཟླ་ཚེས', 'Date']),
        'lantu:role': 'dimension',
        'lantu:dimension': 'period',
      },
      measureField('amount_cny', 'CNY', ['金额', 'དངུལ་འབོར', 'Amount'], 0),
      NATURE_FIELD,
    ],
    columns: {
      area: rows.map((row) => row.village),
      project: rows.map((row) => row.project),
      stream: rows.map((row) => row.stream),
      transaction: rows.map((row) => row.transaction),
      date: rows.map((row) => row.date),
      amount_cny: rows.map((row) => row.amountCny),
      nature: simulated(rows.length),
    },
    primaryKey: [],
    foreignKeys: [{ fields: 'project', reference: { resource: 'projects', fields: 'id' } }],
    origins: [SIMULATION],
    asOf: CLOSED_ON,
    status: 'A',
    provenance: { nature: 'nature' },
    metrics: [
      total('commitment', ['安排资金', 'བཀོད་སྒྲིག་མ་དངུལ', 'Funds committed']),
      total('disbursement', ['拨付资金', 'བཏང་བའི་མ་དངུལ', 'Funds disbursed']),
      total('expenditure', ['支出资金', 'འགྲོ་སོང་མ་དངུལ', 'Funds spent']),
      total('return', ['退回资金', 'ཕྱིར་སློག་མ་དངུལ', 'Funds returned']),
      metric(
        of,
        'execution',
        ['资金支出率', undefined, 'Share of disbursed funds spent'],
        'percent',
        { op: 'ratio', numerator: `${of}.expenditure`, denominator: `${of}.disbursement` },
        { decimals: 1, better: 'more' },
      ),
    ],
  };
}
