import type { LantuKpi } from '@lantu/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { CATALOG, communityIncomeKpi, medianIncome, turnedToProfit } from '../blueprints.ts';
import { elementControls } from '../controls.ts';
import { untilDrawn } from '../until-drawn.ts';

type Args = Pick<LantuKpi, 'blueprint' | 'size' | 'theme' | 'headingLevel'>;

const meta: Meta<Args> = {
  title: 'Elements/KPI',
  component: 'lantu-kpi',
  argTypes: elementControls,
  render: ({ blueprint, size, theme, headingLevel = 3 }, { globals }) => html`<lantu-catalog src=${CATALOG}>
    <lantu-kpi .blueprint=${blueprint} .size=${size ?? globals['size']} .theme=${theme} heading-level=${headingLevel}></lantu-kpi>
  </lantu-catalog>`,
  play: untilDrawn,
};
export default meta;

type Story = StoryObj<Args>;

/** A value, its period, its change against the year before. */
export const Change: Story = { args: { blueprint: communityIncomeKpi } };

/** The source says 300余, "more than 300"; so does the card. */
export const NotExact: Story = { args: { blueprint: turnedToProfit } };

export const Simulated: Story = { args: { blueprint: medianIncome } };
