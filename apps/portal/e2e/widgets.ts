import type { Locator, Page } from 'playwright-core';

const EVERY = 'lantu-chart[src], lantu-kpi[src]';

/** The widget that shows the blueprint of this id. */
export function widget(page: Page, id: string): Locator {
  return page.locator(`[src="./blueprints/${id}.json"]`);
}

/** Waits until the widget of each of these blueprints has its answer, or every widget that has been given one where none is named. */
export async function answered(page: Page, ...ids: readonly string[]): Promise<void> {
  const wanted = ids.length > 0 ? ids.map((id) => widget(page, id)) : await page.locator(EVERY).all();
  for (const each of wanted) await each.and(page.locator('[answered-by]')).waitFor({ state: 'attached' });
}

/** What a part of a widget says, its lines joined by blanks. */
export async function partText(within: Locator, part: string): Promise<string> {
  const texts = await within.locator(`[part="${part}"]`).allTextContents();
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** The message of the widget that could not show its figures, as soon as there is one. */
export async function problemOf(within: Locator): Promise<string> {
  await within.locator('[part="error"]').first().waitFor();
  return partText(within, 'error');
}
