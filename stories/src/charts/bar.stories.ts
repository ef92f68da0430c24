import { barExamples } from '@lantu/charts/examples';
import type { BarSpec } from '@lantu/spec';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { optionsOf } from '../controls.ts';
import { untilDrawn } from '../until-drawn.ts';
import { exampleOf, exampleView } from './example.ts';

type Args = Pick<BarSpec, 'orientation' | 'layout' | 'labels'> & { readonly example: string };

const meta: Meta<Args> = {
  title: 'Charts/Bar',
  args: { example: 'grouped' },
  argTypes: {
    example: { control: 'select', options: barExamples.map(({ id }) => id) },
    orientation: { control: 'inline-radio', options: optionsOf('bar', 'orientation') },
    layout: { control: 'inline-radio', options: optionsOf('bar', 'layout') },
    labels: { control: 'inline-radio', options: optionsOf('bar', 'labels') },
  },
  play: untilDrawn,
};
export default meta;

/** Every option of a bar chart's specification, over any of its examples. Left out, an option is chosen from the data. */
export const Options: StoryObj<Args> = {
  render: ({ example, ...changes }, { globals }) =>
    exampleView(exampleOf(barExamples, example), globals['size'], changes),
};

/** What bars are made to bear: gaps, negative values, long names, many categories, one value, none. */
export const Examples: StoryObj<Args> = {
  parameters: { controls: { disable: true } },
  render: (_, { globals }) => html`<div class="examples">
    ${barExamples.map((each) => html`<div><p>${each.shows}</p>${exampleView(each, globals['size'])}</div>`)}
  </div>`,
};
