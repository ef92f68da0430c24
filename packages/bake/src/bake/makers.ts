import type { Makers } from './files.ts';

/** The pictures and pages of widgets. */
export const MAKERS: Makers = {
  picturesOf: async () => new Map(),
  pagesOf: () => new Map(),
};
