import widget from 'virtual:widgets';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { type ComponentType, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { CATALOG, villagesByPrefecture } from '../../blueprints.ts';
import { app } from '../app.ts';
import { chosenMark, filteredWidget } from '../plays.ts';
import { IncomeWidget } from './income-widget.tsx';
import incomeWidgetCode from './income-widget.tsx?raw';
import { Villages } from './villages.tsx';
import villagesCode from './villages.tsx?raw';

/** Components with types: `@lantu/embed/react` has the widget, `@lantu/elements/react` the elements. */
const meta: Meta = { title: 'Embed/React' };
export default meta;

function shown<Props extends object>(component: ComponentType<Props>, props: Props, code: string): StoryObj {
  return {
    render: (_, { globals }) =>
      app((place) => {
        const root = createRoot(place);
        root.render(createElement(component, { ...props, size: globals['size'] }));
        return () => root.unmount();
      }),
    parameters: { docs: { source: { code, language: 'tsx' } } },
  };
}

/** The app is told which answer the widget shows. */
export const Widget: StoryObj = {
  ...shown(IncomeWidget, { src: widget.address }, incomeWidgetCode),
  play: filteredWidget,
};

/** The app hands over a blueprint, and is told which mark a reader chose. */
export const Chart: StoryObj = {
  ...shown(Villages, { catalog: CATALOG, blueprint: villagesByPrefecture }, villagesCode),
  play: chosenMark,
};
