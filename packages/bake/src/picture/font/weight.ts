/** The weights that charts are set in. */
export const WEIGHTS = [400, 600] as const;
export type Weight = (typeof WEIGHTS)[number];
