import { expect, waitFor } from 'storybook/test';

const ELEMENTS = 'lantu-chart, lantu-kpi, lantu-table, lantu-widget';

/** Waits until every element of a story shows its answer, or says why it cannot; the engine starts in this time. */
export async function untilDrawn({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  const elements = [...canvasElement.querySelectorAll(ELEMENTS)];
  await waitFor(
    () => {
      for (const element of elements) {
        const settled = element.hasAttribute('answered-by') || element.shadowRoot?.querySelector('[role="alert"]');
        expect(settled, `<${element.localName}> shows neither an answer nor an error`).toBeTruthy();
      }
    },
    { timeout: 25_000 },
  );
}
