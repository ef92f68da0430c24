import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  CATALOG,
  communityIncome,
  communityIncomeKpi,
  incomeByPrefecture,
  incomeByYear,
  medianIncome,
  servicesByMonth,
  turnedToProfit,
  villagesByPrefecture,
} from '../blueprints.ts';
import { untilDrawn } from '../until-drawn.ts';
import './dashboard.css';

export default { title: 'Dashboards/Village development', parameters: { layout: 'fullscreen' } } satisfies Meta;

/** Charts, cards and a table over one catalog: real figures beside simulated ones, which say so. */
export const VillageDevelopment: StoryObj = {
  render: (_, { globals: { size } }) => html`<lantu-catalog src=${CATALOG}>
    <main class="dashboard">
      <div class="cards">
        ${[communityIncomeKpi, turnedToProfit, medianIncome].map((each) => html`<lantu-kpi .blueprint=${each} size=${size}></lantu-kpi>`)}
      </div>
      ${[communityIncome, villagesByPrefecture, incomeByYear, servicesByMonth].map(
        (each) => html`<lantu-chart .blueprint=${each} size=${size}></lantu-chart>`,
      )}
      <lantu-table class="wide" .blueprint=${incomeByPrefecture} size=${size}></lantu-table>
    </main>
  </lantu-catalog>`,
  play: untilDrawn,
};
