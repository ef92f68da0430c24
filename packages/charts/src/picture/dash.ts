const DASHES = ['none', '7 3', '2 3', '10 3 2 3', '5 2', '1 2', '12 3', '6 2 2 2 2 2'] as const;

/** The `stroke-dasharray` of a line, by {@link SceneSeries.texture}. */
export function dashOf(texture: number): string {
  return DASHES[texture] ?? 'none';
}
