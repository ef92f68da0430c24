import { type ChartEnv, type ChartSize, LEAST_WIDTH } from '../scene.ts';

/** Font sizes in pixels. */
export interface TypeScale {
  readonly title: number;
  readonly subtitle: number;
  readonly name: number;
  readonly value: number;
  readonly small: number;
}

const TYPE: Readonly<Record<ChartSize, TypeScale>> = {
  regular: { title: 19, subtitle: 14, name: 13, value: 13, small: 12 },
  large: { title: 26, subtitle: 20, name: 18, value: 18, small: 18 },
};

/** A {@link ChartEnv} with its defaults. */
export interface Setting extends Required<Omit<ChartEnv, 'heightPx' | 'title' | 'subtitle'>> {
  readonly heightPx: number | undefined;
  readonly title: string;
  readonly subtitle: string;
  readonly type: TypeScale;
}

export function settingOf(env: ChartEnv): Setting {
  const size = env.size ?? 'regular';
  return {
    locale: env.locale,
    widthPx: Math.max(LEAST_WIDTH, env.widthPx),
    heightPx: env.heightPx,
    size,
    type: TYPE[size],
    measure: env.measure,
    id: env.id ?? 'lt',
    title: env.title ?? '',
    subtitle: env.subtitle ?? '',
    sources: env.sources ?? false,
    paddingPx: env.paddingPx ?? 0,
  };
}
