import { nothing, type SVGTemplateResult, svg } from 'lit/html.js';
import type { Scene } from '../scene.ts';

const SIDE = 8;

/** What is woven over a bar, by {@link SceneSeries.texture}; 0 is plain. Paths on a square of 8 px. */
const WEAVES: readonly string[] = [
  '',
  'M-2,2L2,-2M0,8L8,0M6,10L10,6',
  'M0,4H8',
  'M-2,6L2,10M0,0L8,8M6,-2L10,2',
  'M4,0V8',
  'M0,4H8M4,0V8',
  'M0,0L8,8M0,8L8,0',
  'M3,4h2M-1,0h2M7,0h2M-1,8h2M7,8h2',
];
const HATCH = WEAVES[1] ?? '';

/** The `<defs>` of every texture that the scene uses, and of the hatch that means "no data" where its marks or a sample are hatched. */
export function textureDefs(
  { id, series, samples }: Pick<Scene, 'id' | 'series' | 'samples'>,
  isHatched: boolean,
): SVGTemplateResult | typeof nothing {
  const used = [...new Set(series.map(({ texture }) => texture))].filter((texture) => texture > 0);
  const patterns = used.map((texture) => pattern(`${id}-weave-${texture}`, 'lt-weave', WEAVES[texture] ?? ''));
  if (isHatched || samples.some(({ look }) => look === 'gap')) {
    patterns.push(pattern(`${id}-hatch`, 'lt-hatch', HATCH));
  }
  return patterns.length > 0 ? svg`<defs>${patterns}</defs>` : nothing;
}

/** The `fill` of a texture that lies over a bar. */
export function weaveOf(id: string, texture: number): string {
  return `url(#${id}-weave-${texture})`;
}

export function hatchOf(id: string): string {
  return `url(#${id}-hatch)`;
}

function pattern(id: string, role: string, path: string): SVGTemplateResult {
  return svg`<pattern id=${id} width=${SIDE} height=${SIDE} patternUnits="userSpaceOnUse"><path class=${role} d=${path}></path></pattern>`;
}
