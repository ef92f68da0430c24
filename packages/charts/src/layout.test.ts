import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inkBoxes, outside, overlaps } from '../test/boxes.ts';
import { categoryAnswers, environments, timeAnswers } from '../test/generate.ts';
import { bar } from './bar/bar.ts';
import { line } from './line/line.ts';
import type { Scene } from './scene.ts';
import { estimateText } from './text/estimate.ts';

const labels = fc.constantFrom('auto', 'always', 'never');
const bars = fc.record(
  {
    type: fc.constant('bar' as const),
    layout: fc.constantFrom('grouped', 'stacked'),
    orientation: fc.constantFrom('vertical', 'horizontal'),
    labels,
  },
  { requiredKeys: ['type', 'layout', 'labels'] },
);
const lines = fc.record({ type: fc.constant('line' as const), zero: fc.boolean(), labels });

const RUNS = Number(process.env['RUNS'] ?? 200);

function faults(scene: Scene): string[] {
  const boxes = inkBoxes(scene);
  return [...overlaps(boxes), ...outside(boxes, scene)];
}

describe('every text of a chart stands free and inside the picture', { timeout: 120_000 }, () => {
  test('bars over categories with any names, in any language, at any width', () => {
    fc.assert(
      fc.property(categoryAnswers, bars, environments, (answer, spec, env) => {
        expect(faults(bar.build(answer, spec, { measure: estimateText, ...env }))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('bars over any periods', () => {
    fc.assert(
      fc.property(timeAnswers, bars, environments, (answer, spec, env) => {
        expect(faults(bar.build(answer, spec, { measure: estimateText, ...env }))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('lines over any periods', () => {
    fc.assert(
      fc.property(timeAnswers, lines, environments, (answer, spec, env) => {
        expect(faults(line.build(answer, spec, { measure: estimateText, ...env }))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
