import { barExamples } from '@lantu/charts/examples';
import { LantuError } from '@lantu/spec';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { CATALOG, communityIncome, communityIncomeKpi } from '../blueprints.ts';
import { exampleOf } from '../charts/example.ts';
import type { Script } from '../scripted-catalog.ts';
import { untilDrawn } from '../until-drawn.ts';
import '../scripted-catalog.ts';

const incomeExample = exampleOf(barExamples, 'income');

const meta: Meta = { title: 'Elements/States', parameters: { docs: { codePanel: false } } };
export default meta;

/** A chart and a card that meet the same fate. */
function both(script: Script, size: string): TemplateResult {
  return html`<scripted-catalog .script=${script}>
    <div class="row">
      <lantu-kpi .blueprint=${communityIncomeKpi} .size=${size}></lantu-kpi>
      <lantu-chart .blueprint=${communityIncome} .size=${size}></lantu-chart>
    </div>
  </scripted-catalog>`;
}

/** What is being waited for, in the room that the picture will take. */
export const Loading: StoryObj = {
  render: (_, { globals: { size } }) =>
    both({ progress: { state: 'fetching-engine', loaded: 1_300_000, total: 7_400_000 } }, size),
};

/** The answer before stays on show, marked, until the next one is there. */
export const Updating: StoryObj = {
  render: (_, { globals: { size } }) => both({ answer: incomeExample.answer }, size),
  play: async (context) => {
    await untilDrawn(context);
    const catalog = context.canvasElement.querySelector('scripted-catalog');
    if (!catalog) throw new Error('the story lost its catalog');
    catalog.script = { progress: { state: 'running' } };
    await waitFor(() => {
      for (const element of context.canvasElement.querySelectorAll('lantu-chart, lantu-kpi')) {
        expect(element.shadowRoot?.querySelector('[part="notice"]')).toBeTruthy();
      }
    });
  },
};

/** Nothing in the data fits the filters. */
export const Empty: StoryObj = {
  render: (_, { globals: { size } }) => html`<lantu-catalog src=${CATALOG}>
    <lantu-chart .size=${size} .blueprint=${withFilter({ field: 'period', grain: 'year', op: 'in', values: ['1950'] })}></lantu-chart>
  </lantu-catalog>`,
  play: untilDrawn,
};

/** What was wrong, where, what was received and what is allowed; causes and SQL behind a disclosure; a button to try again. */
export const Failed: StoryObj = {
  render: (_, { globals: { size } }) =>
    both(
      {
        error: new LantuError('engine/query-failed', 'the query could not be run', {
          where: 'dataset figures',
          received: '"valeu"',
          allowed: '"value"',
          sql: 'SELECT sum("valeu")\nFROM "figures"',
          cause: new Error('Binder Error: Referenced column "valeu" not found in FROM clause!'),
        }),
      },
      size,
    ),
  play: untilDrawn,
};

/** A metric that the catalog does not have: the message lists those that it has, the nearest first. */
export const UnknownMetric: StoryObj = {
  render: (_, { globals: { size } }) => html`<lantu-catalog src=${CATALOG}>
    <lantu-chart
      .size=${size}
      .blueprint=${{ ...communityIncome, query: { ...communityIncome.query, metrics: [{ metric: 'figures.colective-income' }] } }}
    ></lantu-chart>
  </lantu-catalog>`,
  play: untilDrawn,
};

/** A chart that the answer cannot be drawn as still gives its numbers. */
export const NotSuited: StoryObj = {
  render: (_, { globals: { size } }) => html`<lantu-catalog src=${CATALOG}>
    <lantu-chart .size=${size} .blueprint=${{ ...communityIncome, chart: { type: 'bar', x: 'place' } }}></lantu-chart>
  </lantu-catalog>`,
  play: untilDrawn,
};

/** A blueprint with a mistake in it: the message names the place, what stands there and what may. */
export const InvalidBlueprint: StoryObj = {
  render: (_, { globals: { size } }) => html`<lantu-catalog src=${CATALOG}>
    <lantu-chart .size=${size} .blueprint=${{ ...communityIncome, chart: { type: 'pie' } }}></lantu-chart>
  </lantu-catalog>`,
  play: untilDrawn,
};

/** Without a catalog around it, and naming none, a chart says so. */
export const NoCatalog: StoryObj = {
  render: (_, { globals: { size } }) => html`<lantu-chart .size=${size} .blueprint=${communityIncome}></lantu-chart>`,
  play: untilDrawn,
};

function withFilter(filter: object) {
  return {
    ...communityIncome,
    query: { ...communityIncome.query, filters: [...(communityIncome.query.filters ?? []), filter] },
  };
}
