import { LantuError } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { Problems } from './problems.ts';

describe('Problems', () => {
  it('throws nothing when nothing was found', () => {
    expect(() => new Problems().throwIfAny()).not.toThrow();
  });

  it('names every fault in one message, a line each, and keeps them as the cause', () => {
    const problems = new Problems();
    problems.add({ file: 'a.csv', row: 3, column: 'value', problem: 'no number', received: '"x"', allowed: 'digits' });
    problems.add({ file: 'b.csv', problem: 'a county without a cell', received: '540102' });
    let thrown: unknown;
    try {
      problems.throwIfAny();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(LantuError);
    expect(thrown).toMatchObject({
      code: 'data/import',
      message:
        'a.csv, row 3, column value: no number; received "x"; allowed digits\nb.csv: a county without a cell; received 540102',
      cause: [{ file: 'a.csv' }, { file: 'b.csv' }],
    });
  });
});
