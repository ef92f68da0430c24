/** When a widget may load the query engine: where nothing nearer can answer, or never. */
export const ENGINES = ['auto', 'never'] as const;
export type Engine = (typeof ENGINES)[number];
