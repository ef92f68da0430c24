import type { ChartExample } from '@lantu/charts/examples';
import type { Blueprint } from '@lantu/spec';
import { html, type TemplateResult } from 'lit';
import '../scripted-catalog.ts';

/** An example of `packages/charts` as an element shows it: its own answer, drawn by its specification with `changes`. */
export function exampleView(
  { id, title, answer, spec }: ChartExample,
  size: string,
  changes: object = {},
): TemplateResult {
  const chart = { ...spec, ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) };
  const blueprint: Blueprint = { version: 1, id, title, query: answer.query, chart };
  return html`<scripted-catalog .script=${{ answer }}>
    <lantu-chart .blueprint=${blueprint} .size=${size}></lantu-chart>
  </scripted-catalog>`;
}

/** The example of that id. @throws {RangeError} where there is none */
export function exampleOf(examples: readonly ChartExample[], id: string): ChartExample {
  const found = examples.find((each) => each.id === id);
  if (!found) throw new RangeError(`no example ${id}; there are ${examples.map((each) => each.id).join(', ')}`);
  return found;
}
