/** What every page draws: as plain as a chart library likes it, in the page's own HTML, so that no rival waits for a request. */
export interface ChartData {
  /** What the values are counted in; they are divided by it already. */
  readonly unit: string;
  readonly rows: readonly { readonly name: string; readonly value: number }[];
  /** `rows`: bars lie, one below the other; `columns`: they stand. */
  readonly layout: 'rows' | 'columns';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The element that a rival draws into, and what it is to draw there. */
export function chartOfPage(): { host: HTMLElement; chart: ChartData } {
  const host = document.querySelector<HTMLElement>('#chart');
  const data = document.querySelector('#data')?.textContent;
  if (!host || !data) throw new Error('The page has no #chart, or no #data.');
  return { host, chart: JSON.parse(data) };
}

/** The page's own font: text in another one, or in one that has no Chinese, costs a search for fonts. */
export function fontOfPage(): string {
  return getComputedStyle(document.body).fontFamily;
}
