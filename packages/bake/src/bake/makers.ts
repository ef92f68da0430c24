import { pagesOf } from '../page/index.ts';
import { picturesOf } from '../picture/index.ts';
import { Drawing } from './drawing.ts';
import type { Makers } from './files.ts';

/** The pictures and pages of widgets. Threads run compiled files only: from its sources, as tests run it, all is drawn on one. */
export function makers(): Makers {
  if (import.meta.url.endsWith('.ts')) return { picturesOf, pagesOf };
  const drawing = new Drawing();
  return { picturesOf: (input) => drawing.picturesOf(input), pagesOf, close: () => drawing.close() };
}
