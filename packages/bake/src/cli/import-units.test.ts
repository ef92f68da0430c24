import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answered, column, keys, Sandbox, sheet } from '../../test/sandbox.ts';

let box: Sandbox;
beforeEach(() => {
  box = new Sandbox();
});
afterEach(() => {
  box.remove();
});

describe('units', () => {
  const money = async (header: string, values: (string | number)[]) => {
    box.write('m.xlsx', await sheet([['名称', header], ...values.map((value, index) => [`甲${index}`, value])]));
    return box.report('m.xlsx', '--force');
  };
  const money2 = async (header: string, values: (string | number)[], answers: Record<string, string>) => {
    const { mapping } = await money(header, values);
    box.writeJson('mapping.json', answered(mapping, answers));
    const second = await box.report('m.xlsx', '--mapping', 'mapping.json', '--out', 'built', '--force');
    return { second, values: second.ok ? box.builtRows('m').map((row) => Object.values(row)[1]) : [] };
  };

  it('asks when a column of 万元 holds numbers as large as 元', async () => {
    const { questions, exitCode } = await money('收入（万元）', [1_400_000, 860_000, 2_160_000]);
    expect(exitCode).toBe(3);
    const question = questions.find((each) => each.key === 'unit:收入');
    expect(question?.question).toContain('said to be in 万元 and are unusually large');
    expect(question?.choices?.map((each) => each.answer)).toEqual(['元', '万元', '亿元']);
    expect(question?.evidence?.[0]).toContain('from 860,000 (row 3) to 2,160,000 (row 4)');
  });

  it('takes the answer and not the header', async () => {
    const { values } = await money2('收入（万元）', [1_400_000, 860_000], { 'unit:收入': '元' });
    expect(values).toEqual([1_400_000, 860_000]);
  });

  it('asks when a column of 元 holds numbers as small as 万元', async () => {
    expect(keys((await money('收入（元）', [140, 86.5, 216])).questions)).toContain('unit:收入');
  });

  it('asks when nothing says the unit of money', async () => {
    const { questions, mapping } = await money('项目资金', [140, 86]);
    expect(keys(questions)).toContain('unit:项目资金');
    expect(column(mapping, '项目资金')).toMatchObject({ unit: 'CNY' });
    expect(column(mapping, '项目资金')).not.toHaveProperty('multiplier');
  });

  it('asks when numbers of two scales stand in one column, and can split them', async () => {
    const values = [140, 86, 1_400_000, 2_160_000];
    const { questions } = await money('收入（万元）', values);
    const question = questions.find((each) => each.key === 'unit:收入');
    expect(question?.evidence).toContainEqual('none between 140 (row 2) and 1,400,000 (row 4)');
    const split = question?.choices?.at(-1)?.answer ?? '';
    expect((await money2('收入（万元）', values, { 'unit:收入': split })).values).toEqual([
      1_400_000, 860_000, 1_400_000, 2_160_000,
    ]);
  });

  it('asks when cells name different units, and reads each by its own once told so', async () => {
    const values = ['140万元', '860000元', '２１６万元'];
    const { questions } = await money('收入', values);
    expect(keys(questions)).toContain('units-in-cells:收入');
    expect((await money2('收入', values, { 'units-in-cells:收入': 'as-written' })).values).toEqual([
      1_400_000, 860_000, 2_160_000,
    ]);
  });

  it('takes the unit that stands above the table', async () => {
    box.write(
      'm.xlsx',
      await sheet([
        ['2024年收支表', null],
        [null, '单位：万元'],
        ['名称', '收入'],
        ['甲', 140],
        ['乙', 86],
      ]),
    );
    const { mapping, questions } = await box.report('m.xlsx');
    expect(column(mapping, '收入')).toMatchObject({ unit: 'CNY', multiplier: 10_000 });
    expect(keys(questions)).not.toContain('unit:收入');
  });

  it('reads percentages by their sign, asks when they have none', async () => {
    expect((await money2('占比', ['54.3%', '１００％'], {})).values).toEqual([0.543, 1]);
    expect(keys((await money('占比', [0.5, 0.25])).questions)).toContain('unit:占比');
    expect((await money2('占比（%）', [54.3, 100], {})).values).toEqual([0.543, 1]);
  });

  it('keeps what is not exact about a number in a field of its own', async () => {
    await money2('产值（元）', ['300000余', '约500000', 7_275_000], {});
    expect(box.builtRows('m').map((row) => [row['产值'], row['产值_exactness']])).toEqual([
      [300_000, 'more-than'],
      [500_000, 'about'],
      [7_275_000, 'exact'],
    ]);
    expect(box.readJson('built/datapackage.json')).toMatchObject({
      resources: [{ 'lantu:provenance': { exactness: '产值_exactness' } }],
    });
  });
});
