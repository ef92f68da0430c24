import type { Table } from '@lantu/bake';
import { CLOSED_ON, INDUSTRIES, type ProjectRow, STAGES } from '../simulation/projects.ts';
import {
  areaField,
  attribute,
  categories,
  codedField,
  measureField,
  metric,
  NATURE_FIELD,
  SIMULATION,
  simulated,
  words,
} from './describe.ts';

/** A row a village industry project, as it stood when the ledgers were closed. */
export function projectsTable(rows: readonly ProjectRow[]): Table {
  const of = 'projects';
  const completed = [{ field: 'stage', op: 'in' as const, values: ['completed'] }];
  return {
    name: of,
    title: words(['村级产业建设项目', 'གྲོང་ཚོའི་ཐོན་ལས་འཛུགས་སྐྲུན་རྣམ་གྲངས', 'Village industry projects']),
    description: words([
      '每个项目一行，以申报日期归入时期。模拟数据：总数与报道的7275个一致。',
      undefined,
      'A row a project, in the period in which it was filed. Simulated: as many as the 7,275 reported.',
    ]),
    fields: [
      attribute('id', 'string', ['项目编号', undefined, 'Project number'], {
        constraints: { required: true, unique: true },
      }),
      areaField('village'),
      codedField(
        'industry',
        ['产业', 'ཐོན་ལས', 'Industry'],
        categories(INDUSTRIES, {
          livestock: ['畜牧养殖', 'ཕྱུགས་ལས', 'Livestock'],
          crops: ['种植', 'འདེབས་འཛུགས', 'Crops'],
          greenhouse: ['设施农业', 'དྲོད་ཁང་ཞིང་ལས', 'Greenhouses'],
          processing: ['农畜产品加工', 'ལས་སྣོན', 'Food and wool processing'],
          handicraft: ['民族手工业', 'མི་རིགས་ལག་ཤེས', 'Handicraft'],
          incense: ['藏香', 'བོད་སྤོས', 'Tibetan incense'],
          'trade-logistics': ['建材商贸物流', 'ཚོང་དོན་དང་དངོས་རྒྱུ་སྐྱེལ་འདྲེན', 'Trade and logistics'],
          photovoltaic: ['光伏', 'ཉི་འོད་གློག', 'Photovoltaic'],
          tourism: ['乡村旅游', 'ཡུལ་སྐོར', 'Tourism'],
        }),
      ),
      codedField(
        'stage',
        ['阶段', 'རིམ་པ', 'Stage'],
        categories(STAGES, {
          filed: ['已申报', 'ཞུ་སྙན་བྱས་ཟིན', 'Filed'],
          approved: ['已批复', 'ཆོག་མཆན་ཐོབ་ཟིན', 'Approved'],
          'under-way': ['在建', 'འཛུགས་སྐྲུན་བྱེད་བཞིན་པ', 'Under way'],
          completed: ['已完工', 'ལེགས་གྲུབ་བྱུང་ཟིན', 'Completed'],
          withdrawn: ['已撤销', 'ཕྱིར་འཐེན', 'Withdrawn'],
        }),
      ),
      {
        name: 'filed_on',
        type: 'date',
        constraints: { required: true },
        'lantu:title': words(['申报日期', 'ཞུ་སྙན་ཟླ་ཚེས', 'Filed on']),
        'lantu:role': 'dimension',
        'lantu:dimension': 'period',
      },
      attribute('approved_on', 'date', ['批复日期', undefined, 'Approved on']),
      attribute('started_on', 'date', ['开工日期', undefined, 'Started on']),
      attribute('completed_on', 'date', ['完工日期', undefined, 'Completed on']),
      measureField('budget_cny', 'CNY', ['预算', 'སྔོན་རྩིས', 'Budget'], 0),
      measureField('jobs', 'person', ['带动就业', 'ལས་ཞུགས', 'Jobs'], 0),
      measureField('households', 'household', ['受益户数', 'ཕན་ཐོགས་པའི་ཁྱིམ་ཚང', 'Households reached'], 0),
      NATURE_FIELD,
    ],
    columns: {
      id: rows.map((row) => row.id),
      area: rows.map((row) => row.village),
      industry: rows.map((row) => row.industry),
      stage: rows.map((row) => row.stage),
      filed_on: rows.map((row) => row.filedOn),
      approved_on: rows.map((row) => row.approvedOn),
      started_on: rows.map((row) => row.startedOn),
      completed_on: rows.map((row) => row.completedOn),
      budget_cny: rows.map((row) => row.budgetCny),
      jobs: rows.map((row) => row.jobs),
      households: rows.map((row) => row.households),
      nature: simulated(rows.length),
    },
    primaryKey: ['id'],
    origins: [SIMULATION],
    asOf: CLOSED_ON,
    status: 'A',
    provenance: { nature: 'nature' },
    metrics: [
      metric(of, 'count', ['申报项目', 'ཞུ་སྙན་བྱས་པའི་རྣམ་གྲངས', 'Projects filed'], 'project', { op: 'count' }),
      metric(
        of,
        'completed',
        ['完工项目', 'ལེགས་གྲུབ་བྱུང་བའི་རྣམ་གྲངས', 'Projects completed'],
        'project',
        { op: 'count', where: completed },
        { better: 'more' },
      ),
      metric(
        of,
        'completion',
        ['完工率', undefined, 'Share completed'],
        'percent',
        { op: 'ratio', numerator: `${of}.completed`, denominator: `${of}.count` },
        { decimals: 1, better: 'more' },
      ),
      metric(of, 'budget', ['项目预算', 'རྣམ་གྲངས་སྔོན་རྩིས', 'Budget of projects'], 'CNY', {
        op: 'sum',
        field: 'budget_cny',
      }),
      metric(of, 'median-budget', ['项目预算中位数', undefined, 'Median budget'], 'CNY', {
        op: 'median',
        field: 'budget_cny',
      }),
      metric(of, 'jobs', ['带动就业', 'ལས་ཞུགས', 'Jobs'], 'person', { op: 'sum', field: 'jobs' }, { better: 'more' }),
      metric(
        of,
        'households',
        ['受益户次', 'ཕན་ཐོགས་པའི་ཁྱིམ་ཚང', 'Households reached'],
        'household',
        { op: 'sum', field: 'households' },
        { better: 'more' },
      ),
    ],
  };
}
