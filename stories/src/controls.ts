import { SIZES, THEMES } from '@lantu/elements';
import { type ChartType, chartSchema } from '@lantu/spec';
import type { ArgTypes } from '@storybook/web-components-vite';

/** The arguments of every element that shows a blueprint; what each means comes from its manifest. */
export const elementControls: ArgTypes = {
  blueprint: { control: 'object' },
  size: { control: 'inline-radio', options: SIZES },
  theme: { control: 'inline-radio', options: THEMES },
  headingLevel: { control: { type: 'number', min: 1, max: 6 } },
};

/** The values that the specification of a chart allows for `option`, as its schema lists them. */
export function optionsOf(type: ChartType, option: string): readonly string[] {
  const chart = chartSchema.options.find(({ entries }) => entries.type.literal === type);
  const entries = (chart?.entries ?? {}) as Record<
    string,
    { readonly wrapped?: { readonly options?: readonly string[] } }
  >;
  return entries[option]?.wrapped?.options ?? [];
}
