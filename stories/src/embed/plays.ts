import { expect, userEvent, waitFor } from 'storybook/test';
import { untilDrawn } from '../until-drawn.ts';

interface Stage {
  readonly canvasElement: HTMLElement;
}

function inside<E extends Element>(canvas: HTMLElement, element: string, selector: string): E {
  const found = canvas.querySelector(element)?.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in <${element}>`);
  return found;
}

/** Sets a filter of a baked widget; the app around it then says that a rollup answered. */
export async function filteredWidget({ canvasElement }: Stage): Promise<void> {
  await waitFor(() => expect(canvasElement.textContent).toContain('Answered by: snapshot'), { timeout: 10_000 });
  const filter = inside<HTMLSelectElement>(canvasElement, 'lantu-widget', 'select');
  await waitFor(() => expect(filter.options.length).toBeGreaterThan(1));
  await userEvent.selectOptions(filter, filter.options[1]?.value ?? '');
  await waitFor(() => expect(canvasElement.textContent).toContain('Answered by: rollup'), { timeout: 10_000 });
}

/** Chooses the first bar of a chart; the app around it then says its value. */
export async function chosenMark({ canvasElement }: Stage): Promise<void> {
  await waitFor(() => expect(canvasElement.textContent).toContain('Chosen: nothing'));
  await untilDrawn({ canvasElement });
  inside<HTMLElement>(canvasElement, 'lantu-chart', '[part="chart"]').focus();
  await userEvent.keyboard('{Home}{Enter}');
  await waitFor(() => expect(canvasElement.textContent).toMatch(/Chosen: \d+/));
}
