import type { LantuTable } from '@lantu/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { CATALOG, incomeByPrefecture } from '../blueprints.ts';
import { elementControls } from '../controls.ts';
import { untilDrawn } from '../until-drawn.ts';

type Args = Pick<LantuTable, 'blueprint' | 'size' | 'theme' | 'headingLevel'>;

const meta: Meta<Args> = {
  title: 'Elements/Table',
  component: 'lantu-table',
  argTypes: elementControls,
  render: ({ blueprint, size, theme, headingLevel = 3 }, { globals }) => html`<lantu-catalog src=${CATALOG}>
    <lantu-table .blueprint=${blueprint} .size=${size ?? globals['size']} .theme=${theme} heading-level=${headingLevel}></lantu-table>
  </lantu-catalog>`,
  play: untilDrawn,
};
export default meta;

export const Prefectures: StoryObj<Args> = { args: { blueprint: incomeByPrefecture } };
