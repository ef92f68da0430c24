import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { CATALOG, communityIncomeKpi } from '../blueprints.ts';
import { untilDrawn } from '../until-drawn.ts';

const meta: Meta = {
  title: 'Elements/Sources',
  component: 'lantu-sources',
  play: untilDrawn,
};
export default meta;

/** Follows the element that `for` names, and changes with it. */
export const OfAnElement: StoryObj = {
  render: (_, { globals }) => html`<lantu-catalog src=${CATALOG}>
    <div class="row">
      <lantu-kpi id="income" .blueprint=${communityIncomeKpi} .size=${globals['size']}></lantu-kpi>
      <lantu-sources for="income" size=${globals['size']}></lantu-sources>
    </div>
  </lantu-catalog>`,
};
