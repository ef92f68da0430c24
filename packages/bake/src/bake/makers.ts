import { pagesOf } from '../page/index.ts';
import { picturesOf } from '../picture/index.ts';
import type { Makers } from './files.ts';

/** The pictures and pages of widgets. */
export const MAKERS: Makers = { picturesOf, pagesOf };
