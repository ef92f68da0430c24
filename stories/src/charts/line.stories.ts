import { lineExamples } from '@lantu/charts/examples';
import type { LineSpec } from '@lantu/spec';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { optionsOf } from '../controls.ts';
import { untilDrawn } from '../until-drawn.ts';
import { exampleOf, exampleView } from './example.ts';

type Args = Pick<LineSpec, 'points' | 'zero' | 'labels'> & { readonly example: string };

const meta: Meta<Args> = {
  title: 'Charts/Line',
  args: { example: 'several' },
  argTypes: {
    example: { control: 'select', options: lineExamples.map(({ id }) => id) },
    points: { control: 'inline-radio', options: optionsOf('line', 'points') },
    zero: { control: 'boolean' },
    labels: { control: 'inline-radio', options: optionsOf('line', 'labels') },
  },
  play: untilDrawn,
};
export default meta;

/** Every option of a line chart's specification, over any of its examples. Left out, an option is chosen from the data. */
export const Options: StoryObj<Args> = {
  render: ({ example, ...changes }, { globals }) =>
    exampleView(exampleOf(lineExamples, example), globals['size'], changes),
};

/** What lines are made to bear: gaps, several series, months, negative values, an axis that does not start at zero. */
export const Examples: StoryObj<Args> = {
  parameters: { controls: { disable: true } },
  render: (_, { globals }) => html`<div class="examples">
    ${lineExamples.map((each) => html`<div><p>${each.shows}</p>${exampleView(each, globals['size'])}</div>`)}
  </div>`,
};
