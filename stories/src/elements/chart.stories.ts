import type { LantuChart } from '@lantu/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { CATALOG, communityIncome, servicesByMonth, villagesByPrefecture } from '../blueprints.ts';
import { elementControls } from '../controls.ts';
import { untilDrawn } from '../until-drawn.ts';

type Args = Pick<LantuChart, 'blueprint' | 'size' | 'theme' | 'headingLevel'>;

const meta: Meta<Args> = {
  title: 'Elements/Chart',
  component: 'lantu-chart',
  argTypes: elementControls,
  render: ({ blueprint, size, theme, headingLevel = 3 }, { globals }) => html`<lantu-catalog src=${CATALOG}>
    <lantu-chart .blueprint=${blueprint} .size=${size ?? globals['size']} .theme=${theme} heading-level=${headingLevel}></lantu-chart>
  </lantu-catalog>`,
  play: untilDrawn,
};
export default meta;

type Story = StoryObj<Args>;

/** Two figures from a newspaper; the sentences that they stand in are among the sources. */
export const Columns: Story = { args: { blueprint: communityIncome } };

/** Long names lie better. */
export const Bars: Story = { args: { blueprint: villagesByPrefecture } };

/** Simulated data say so in the picture, in the summary and in everything that is taken away. */
export const Lines: Story = { args: { blueprint: servicesByMonth } };

/** Text at 18 px and more, targets at 44 px and more. */
export const Large: Story = { args: { blueprint: communityIncome, size: 'large' } };

/** A chart that names its own catalog needs none around it; its blueprint can stand inside it. */
export const Alone: Story = {
  render: (_, { globals }) => html`<lantu-chart catalog=${CATALOG} .size=${globals['size']}>
    <script type="application/json">
      ${JSON.stringify(communityIncome)}
    </script>
  </lantu-chart>`,
};
