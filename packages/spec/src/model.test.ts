import { describe, expect, it } from 'vitest';
import { rawCatalog, testModel } from '../test/catalog.ts';
import { refusalOf } from '../test/refusal.ts';
import { checkCatalog } from './check-catalog.ts';
import { Model } from './model.ts';

describe('Model', () => {
  it('lists the right names where one is unknown, the nearest first', () => {
    const error = refusalOf(() => testModel().dataset('payment'));
    expect(error.code).toBe('spec/unknown-dataset');
    expect(error.message).toBe(
      'the catalog has no such dataset; received "payment"; allowed "payments", "areas", "projects", "stock", "figures"',
    );
    expect(refusalOf(() => testModel().metric('stock.vilages')).allowed).toMatch(/^"stock.villages"/);
    expect(refusalOf(() => testModel().unit('EUR')).allowed).toBe('"CNY"');
    expect(refusalOf(() => testModel().origin('papers')).code).toBe('spec/unknown-origin');
  });

  it('says whose metric it is where another dataset is asked', () => {
    const error = refusalOf(() => testModel().metric('stock.rows', 'payments'));
    expect(error.code).toBe('spec/unknown-metric');
    expect(error.problem).toBe('the metric is one of the dataset "stock", not of "payments"');
    expect(error.allowed).toBe('"payments.amount", "payments.middle"');
  });
});

describe('a column', () => {
  const path = (dataset: string, name: string) => {
    const { path: joins, field, owner } = testModel().column(dataset, name);
    return [...joins.map((each) => each.field), `${owner.name}.${field.name}`];
  };

  it('is a field of the dataset', () => {
    expect(path('payments', 'amount')).toEqual(['payments.amount']);
  });

  it('is the field that holds a shared dimension', () => {
    expect(path('payments', 'period')).toEqual(['payments.day']);
  });

  it("is a parent's field, behind the key that leads there", () => {
    expect(path('payments', 'project.stage')).toEqual(['project', 'projects.stage']);
    expect(path('payments', 'project.area.county')).toEqual(['project', 'area', 'areas.county']);
  });

  it('is a shared dimension of the nearest parent where the dataset has none', () => {
    expect(path('payments', 'area')).toEqual(['project', 'projects.area']);
    expect(path('payments', 'project.area')).toEqual(['project', 'projects.area']);
  });

  it('is the same column by whatever name', () => {
    const model = testModel();
    expect(model.column('payments', 'area').id).toBe(model.column('payments', 'project.area').id);
    expect(model.column('payments', 'area').id).not.toBe(model.column('projects', 'area').id);
  });

  it('is unknown with the names that there are', () => {
    const error = refusalOf(() => testModel().column('payments', 'project.stag'));
    expect(error.code).toBe('spec/unknown-field');
    expect(error.where).toBe('dataset "payments"');
    expect(error.allowed).toMatch(/^"project.stage", /);
    expect(error.allowed).toContain('"area"');
  });

  it('is asked back where two parents have it', () => {
    const raw = rawCatalog();
    const payments = raw.resources[2] as unknown as { schema: { fields: object[]; foreignKeys: object[] } };
    payments.schema.fields.push({ name: 'twin', type: 'string', 'lantu:role': 'dimension' });
    payments.schema.foreignKeys.push({ fields: 'twin', reference: { resource: 'projects', fields: 'id' } });
    const model = new Model(checkCatalog(raw, 'it'));
    const error = refusalOf(() => model.column('payments', 'area'));
    expect(error.problem).toBe('several parents have this dimension; say which');
    expect(error.allowed).toBe('"twin.area", "project.area"');
  });
});
