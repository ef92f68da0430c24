import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { CATALOG, communityIncomeKpi, turnedToProfit } from '../blueprints.ts';
import { untilDrawn } from '../until-drawn.ts';

interface Args {
  readonly src: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Catalog',
  component: 'lantu-catalog',
  args: { src: CATALOG },
  render: ({ src }, { globals }) => html`<lantu-catalog src=${src}>
    <div class="row">
      ${[communityIncomeKpi, turnedToProfit].map((each) => html`<lantu-kpi .blueprint=${each} .size=${globals['size']}></lantu-kpi>`)}
    </div>
  </lantu-catalog>`,
};
export default meta;

type Story = StoryObj<Args>;

/** One catalog for all the elements inside it. It takes no room of its own. */
export const Open: Story = { play: untilDrawn };

/** The catalog says once what is wrong; the elements inside wait for it, and go on when the next try succeeds. */
export const Missing: Story = { args: { src: 'data/no-such-catalog.json' } };
