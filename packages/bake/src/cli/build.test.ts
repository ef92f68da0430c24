import { tableFromIPC } from 'apache-arrow';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answered, Sandbox } from '../../test/sandbox.ts';
import type { Disclosure } from '../build/description.ts';
import type { Suppression } from '../build/suppress.ts';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => {
  box.remove();
});

const VISITS = [
  '地区,月份,类别,次数',
  '540528100,2024年1月,代办,3',
  '540528101,2024年1月,代办,40',
  '540529100,2024年1月,代办,25',
  '540528100,2024年1月,课程,4',
  '540528101,2024年1月,课程,50',
  '540529100,2024年1月,课程,',
].join('\n');

const DISCLOSURE: Disclosure = {
  measure: '次数',
  rule: { kind: 'count', minimum: 10 },
  where: { 类别: ['代办'] },
  totals: [{ name: 'county-visits', title: { 'zh-CN': '县合计' }, over: 'area', to: 'county' }],
};

async function describeVisits(text: string, disclosure?: Disclosure): Promise<void> {
  const areas = box.areas();
  box.write('sources/visits.csv', text);
  const { mapping } = await box.report('sources/visits.csv', '--areas', areas, '--force');
  const columns = mapping.columns.map((each) =>
    each.field === '类别' ? { ...each, role: 'dimension' as const } : each,
  );
  box.writeJson('sources/visits.mapping.json', answered({ ...mapping, columns }));
  box.writeJson('sources/lantu.json', {
    name: 'jiacha',
    version: '1.0.0',
    title: { 'zh-CN': '加查县' },
    areas: '../areas/datapackage.json',
    datasets: [{ file: 'visits.csv', mapping: 'visits.mapping.json', ...(disclosure && { disclosure }) }],
  });
}

function rows(dataset: string): unknown[][] {
  const table = tableFromIPC(box.read(`sources/dist/${dataset}.arrow`));
  return table.toArray().map((row) => [row['area'], row['类别'], row['次数'], row['status']]);
}

describe('lantu data build', () => {
  it('builds a package that passes the check, the same bytes every time', async () => {
    await describeVisits(VISITS);
    const { code, stdout } = await box.lantu('data', 'build', 'sources');
    expect([code, stdout]).toEqual([0, expect.stringContaining('datapackage.json')]);
    const first = box.read('sources/dist/datapackage.json');
    expect((await box.lantu('data', 'build', 'sources')).code).toBe(2);
    expect((await box.lantu('data', 'build', 'sources', '--force')).code).toBe(0);
    expect(box.read('sources/dist/datapackage.json')).toEqual(first);
    expect((await box.lantu('data', 'check', 'sources/dist')).code).toBe(0);
  });

  it('hides small counts, and as many others as keep them from being worked out, in the dataset and its totals', async () => {
    await describeVisits(VISITS, DISCLOSURE);
    const { code } = await box.lantu('data', 'build', 'sources');
    expect(code).toBe(0);
    expect(rows('visits')).toEqual([
      ['540528100', '代办', null, 'Q'],
      ['540528101', '代办', null, 'Q'],
      ['540529100', '代办', 25, 'A'],
      ['540528100', '课程', 4, 'A'],
      ['540528101', '课程', 50, 'A'],
      ['540529100', '课程', null, 'L'],
    ]);
    expect(rows('county-visits')).toEqual([
      ['540528', '代办', 43, 'A'],
      ['540529', '代办', 25, 'A'],
      ['540528', '课程', 54, 'A'],
      ['540529', '课程', null, 'L'],
    ]);
    expect((await box.lantu('data', 'check', 'sources/dist', '--strict')).code).toBe(0);
  });

  it('reports how many cells were hidden and why, without the numbers', async () => {
    await describeVisits(VISITS, DISCLOSURE);
    const { stdout } = await box.lantu('data', 'build', 'sources', '--json');
    const expected: Suppression[] = [
      { dataset: 'visits', measure: '次数', reason: 'small-count', cells: 1, of: 6 },
      { dataset: 'visits', measure: '次数', reason: 'complementary', cells: 1, of: 6 },
    ];
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, suppressions: expected });
    expect(box.readJson('sources/dist/suppressions.json')).toEqual(expected);
  });

  it('hides sums of money that too few stand behind, and publishes neither the number of these nor their largest part', async () => {
    const text =
      '地区,月份,类别,资金（元）,户数,最大（元）\n540528100,2024年1月,贷款,300000,2,200000\n540528101,2024年1月,贷款,900000,9,200000\n540529100,2024年1月,贷款,500000,8,450000\n';
    await describeVisits(text, {
      ...DISCLOSURE,
      measure: '资金',
      where: {},
      rule: { kind: 'money', contributors: 3, dominance: 0.8, contributorsField: '户数', largestField: '最大' },
    });
    const { code } = await box.lantu('data', 'build', 'sources');
    expect(code).toBe(0);
    const table = tableFromIPC(box.read('sources/dist/visits.arrow'));
    expect(table.schema.fields.map((each) => each.name)).toEqual(['area', 'period', '类别', '资金', 'status']);
    expect([...(table.getChild('资金') ?? [])]).toEqual([null, null, null]);
    const suppressions = box.readJson<Suppression[]>('sources/dist/suppressions.json');
    expect(suppressions.map(({ dataset, reason }) => `${dataset} ${reason}`)).toEqual(
      expect.arrayContaining([
        'visits few-contributors',
        'visits dominant-contributor',
        'county-visits dominant-contributor',
      ]),
    );
  });

  it('fails where the disclosure asks for what is not there, and writes nothing', async () => {
    await describeVisits(VISITS, { ...DISCLOSURE, measure: '人数' });
    const { code, stderr } = await box.lantu('data', 'build', 'sources');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'disclosure of dataset "visits": no such field; received "人数"; allowed area, period, 类别, 次数',
    );
    expect(() => box.read('sources/dist/visits.arrow')).toThrow('ENOENT');
  });

  it('writes nothing while a question is open or a cell is bad', async () => {
    await describeVisits(VISITS);
    box.write('sources/visits.csv', VISITS.replace(',40', ',vierzig'));
    const bad = await box.lantu('data', 'build', 'sources');
    expect(bad.code).toBe(1);
    expect(bad.stdout).toContain('visits.csv, row 3, column 4 次数: no number; received "vierzig"');
    box.write('sources/visits.csv', VISITS.replace('540529100', '999999999'));
    expect((await box.lantu('data', 'build', 'sources')).code).toBe(3);
    expect(() => box.read('sources/dist/datapackage.json')).toThrow('ENOENT');
  });

  it('says where a description is wrong', async () => {
    await describeVisits(VISITS);
    box.writeJson('sources/lantu.json', { name: 'Jiacha' });
    const { code, stderr } = await box.lantu('data', 'build', 'sources');
    expect(code).toBe(4);
    expect(stderr).toContain('lantu.json, at name');
  });
});
