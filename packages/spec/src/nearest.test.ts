import { describe, expect, it } from 'vitest';
import { allowedNames, nearestFirst } from './nearest.ts';

describe('nearestFirst', () => {
  it('begins with the nearest spelling, whatever its case', () => {
    expect(nearestFirst(['funding', 'figures', 'areas'], 'Figurs')[0]).toBe('figures');
  });

  it('keeps the order of names that are equally near, and names each once', () => {
    expect(nearestFirst(['ab', 'ac', 'ab'], 'ax')).toEqual(['ab', 'ac']);
  });

  it('does not take long over a hostile name', () => {
    const before = performance.now();
    expect(nearestFirst(['areas', 'x'.repeat(1e6)], 'y'.repeat(1e6))[0]).toBe('areas');
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('allowedNames', () => {
  it('quotes the names and counts those it leaves out', () => {
    expect(allowedNames(['a', 'b', 'c'], 'b', 2)).toBe('"b", "a" and 1 more');
  });

  it('says so where there is none', () => {
    expect(allowedNames([], 'b')).toBe('none: there is no such thing here');
  });
});
