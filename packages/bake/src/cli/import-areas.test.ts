import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answered, column, keys, Sandbox } from '../../test/sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => {
  box.remove();
});

describe('areas', () => {
  const importAreas = (text: string) => {
    box.write('v.csv', text);
    return box.report('v.csv', '--areas', box.areas(), '--force');
  };

  it('are found by code, by name and by a name with another ending', async () => {
    const { mapping, notes, questions } = await importAreas(
      '村,户数\n白琼村,3\n奴巧村民委员会,4\n540528100205,5\n德吉社区,6\n香木,7\n',
    );
    expect(mapping.columns[0]).toMatchObject({ field: 'area', dimension: 'area', level: 'village' });
    expect(keys(questions)).toEqual(['nature', 'producer', 'as-of']);
    expect(notes.join()).toContain('白琼村 → 540528100201 白琼村委会');
  });

  it('that share a name are asked about with all of them, once', async () => {
    const { questions } = await importAreas('村,年份,户数\n扎西岗村,2023,3\n扎西岗村,2024,4\n白琼村,2023,5\n');
    expect(questions.filter((each) => each.key.startsWith('area:'))).toMatchObject([
      {
        key: 'area:area:扎西岗村',
        choices: [
          { answer: '540528101201', means: '山南市 加查县 安绕镇 扎西岗村' },
          { answer: '540529100201', means: '山南市 隆子县 隆子镇 扎西岗村' },
          { answer: 'missing' },
        ],
      },
    ]);
  });

  it('that share a name are told apart by their county, which is then left out', async () => {
    box.write('v.csv', '县,村,户数\n加查县,扎西岗村,3\n隆子,扎西岗村,4\n');
    const { second } = await box.importWhole('v.csv', {}, '--areas', box.areas());
    expect(second).toMatchObject({
      ok: true,
      mapping: { columns: [{ use: 'within', level: 'county' }, { use: 'field' }, {}] },
    });
    expect(box.builtRows('v').map((row) => row['area'])).toEqual(['540528101201', '540529100201']);
  });

  it('that nobody knows are asked about with the nearest', async () => {
    const { questions } = await importAreas('村,户数\n白穷村,3\n奴巧村,4\n香木村,5\n');
    const [question] = questions.filter((each) => each.key.startsWith('area:'));
    expect(question?.question).toContain('no area is called "白穷村"');
    expect(question?.choices?.map((each) => each.means)).toContain('山南市 加查县 加查镇 白琼村委会');
  });

  it('take a code as an answer, and refuse one that is none', async () => {
    const text = '村,户数\n白穷村,3\n奴巧村,4\n香木村,5\n';
    const { mapping } = await importAreas(text);
    const answer = async (code: string) => {
      box.writeJson('mapping.json', answered(mapping, { 'area:area:白穷村': code }));
      return box.report('v.csv', '--areas', 'areas', '--mapping', 'mapping.json', '--out', 'built');
    };
    expect(await answer('999999')).toMatchObject({ exitCode: 3 });
    expect(await answer('540481100201')).toMatchObject({ exitCode: 0 });
    expect(box.builtRows('v')[0]).toMatchObject({ area: '540481100201' });
  });

  it('of older lists are taken for their present codes, and said to be', async () => {
    const { notes, questions } = await importAreas('区划代码,户数\n540422100201,3\n540528000000,4\n540528100201,5\n');
    expect(questions.filter((each) => each.key.startsWith('area:'))).toEqual([]);
    expect(notes.join()).toContain('540422100201 → 540481100201 雪卡村');
  });

  it('of two levels in one column are asked about: totals, or figures of their own', async () => {
    const text = '地区,户数\n加查县,12\n白琼村,5\n奴巧村,7\n';
    expect(keys((await importAreas(text)).questions)).toContain('totals:area');
    const { second } = await box.importWhole('v.csv', { 'totals:area': 'totals' }, '--areas', 'areas', '--force');
    expect(second).toMatchObject({ ok: true, rows: 2 });
  });

  it('keep rows of totals where the mapping says so, and never let them bear on the unit', async () => {
    box.write('t.csv', '序号,名称,收入（万元）\n1,甲,5\n2,乙,7\n合计,,120000\n');
    const { mapping, questions, rows, problems } = await box.report('t.csv');
    expect([rows, keys(questions), problems]).toEqual([2, ['nature', 'producer', 'as-of'], []]);
    expect(column(mapping, '序号')).toMatchObject({ use: 'ignore' });
    box.writeJson('mapping.json', answered({ ...mapping, source: { ...mapping.source, totals: 'keep' } }));
    const kept = await box.report('t.csv', '--mapping', 'mapping.json', '--out', 'built');
    expect([kept.rows, keys(kept.questions)]).toEqual([3, ['unit:收入']]);
  });

  it('leave out rows of totals and say so', async () => {
    const { rows, notes } = await importAreas('村,户数\n白琼村,5\n奴巧村,7\n合　计,12\n');
    expect(rows).toBe(2);
    expect(notes).toContain('rows of totals left out: 4; "totals": "keep" in the mapping keeps them');
  });
});
