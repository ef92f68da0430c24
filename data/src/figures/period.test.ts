import { describe, expect, it } from 'vitest';
import { parsePeriod } from './period.ts';

describe('parsePeriod', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2023/2025', '2023-01-01', '2025-12-31'],
    ['2026-04', '2026-04-01', '2026-04-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-12', '2025-12-01', '2025-12-31'],
    ['2025-12-31', '2025-12-31', '2025-12-31'],
    ['2025-06/2026', '2025-06-01', '2026-12-31'],
  ])('reads %s from its first to its last day', (text, first, last) => {
    expect(parsePeriod(text)).toEqual({ first, last });
  });

  it.each(['', '24', '2024年', '2024-13', '2025-02-29', '2025/2023', '2023/', '/2023', '2021/2022/2023', 'last year'])(
    'refuses %j',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );
});
