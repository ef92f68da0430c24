import { describe, expect, it } from 'vitest';
import { blueprintSchema } from './blueprint.ts';
import { parseAs } from './check.ts';
import { LantuError } from './error.ts';

const blueprint = {
  version: 1,
  id: 'income',
  title: { 'zh-CN': '集体经济收入' },
  query: { dataset: 'figures', metrics: [{ metric: 'figures.collective-income' }] },
  chart: { type: 'bar' },
};

function refusal(value: unknown): LantuError {
  try {
    parseAs(blueprintSchema, value, 'the blueprint');
  } catch (error) {
    if (error instanceof LantuError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('parseAs', () => {
  it('gives back a value that fits', () => {
    expect(parseAs(blueprintSchema, blueprint, 'the blueprint')).toEqual(blueprint);
  });

  it('names the place, what was received and what is allowed', () => {
    const error = refusal({ ...blueprint, chart: { type: 'bar', orientation: 'diagonal' } });
    expect(error.code).toBe('spec/invalid');
    expect(error.where).toBe('the blueprint, at chart.orientation');
    expect(error.received).toBe('"diagonal"');
    expect(error.allowed).toContain('"vertical"');
    expect(error.allowed).toContain('"horizontal"');
  });

  it('says which key is unknown', () => {
    const error = refusal({ ...blueprint, colour: 'red' });
    expect(error.where).toBe('the blueprint, at colour');
    expect(error.problem).toContain('unknown key');
  });

  it('says that a required value is missing', () => {
    const { title: _, ...untitled } = blueprint;
    const error = refusal(untitled);
    expect(error.where).toBe('the blueprint, at title');
    expect(error.problem).toContain('missing');
  });

  it('counts further misfits and keeps all of them as the cause', () => {
    const error = refusal({ ...blueprint, version: 2, id: 'Income!' });
    expect(error.problem).toContain('and 1 more');
    expect(error.cause).toHaveLength(2);
  });

  it('lists the chart types when the type is not one of them', () => {
    expect(refusal({ ...blueprint, chart: { type: 'pie' } }).allowed).toContain('"kpi"');
  });
});
