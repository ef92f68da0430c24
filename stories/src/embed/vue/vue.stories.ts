import widget from 'virtual:widgets';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { type Component, createApp } from 'vue';
import { CATALOG, villagesByPrefecture } from '../../blueprints.ts';
import { app } from '../app.ts';
import { chosenMark, filteredWidget } from '../plays.ts';
import IncomeWidget from './IncomeWidget.vue';
import incomeWidgetCode from './IncomeWidget.vue?raw';
import VillagesChart from './VillagesChart.vue';
import villagesChartCode from './VillagesChart.vue?raw';

/** The elements themselves: Vue knows custom elements, sets their properties and listens to their events. */
const meta: Meta = { title: 'Embed/Vue' };
export default meta;

function shown(component: Component, props: Readonly<Record<string, unknown>>, code: string): StoryObj {
  return {
    render: (_, { globals }) =>
      app((place) => {
        const vue = createApp(component, { ...props, size: globals['size'] });
        vue.mount(place);
        return () => vue.unmount();
      }),
    parameters: { docs: { source: { code, language: 'html' } } },
  };
}

/** The app is told which answer the widget shows. */
export const Widget: StoryObj = {
  ...shown(IncomeWidget, { src: widget.address }, incomeWidgetCode),
  play: filteredWidget,
};

/** The app hands over a blueprint, and is told which mark a reader chose. */
export const Chart: StoryObj = {
  ...shown(VillagesChart, { catalog: CATALOG, blueprint: villagesByPrefecture }, villagesChartCode),
  play: chosenMark,
};
