import { expect, test } from 'vitest';
import { withReport } from './reports.ts';

test('A report replaces the one before on the same subject only.', () => {
  const first = { state: 'fetching-data', dataset: 'a', loaded: 1, total: 9 } as const;
  const other = { ...first, dataset: 'b' };
  expect(withReport([first, other], { ...first, loaded: 5 })).toEqual([other, { ...first, loaded: 5 }]);
});
