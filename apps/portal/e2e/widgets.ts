import type { Locator, Page } from 'playwright-core';

/** The widget that shows the blueprint of this id. */
export function widget(page: Page, id: string): Locator {
  return page.locator(`lantu-widget[src="widgets/${id}/widget.json"]`);
}

/** Scrolls to the widget of each of these blueprints, or to every one where none is named, and waits until it has its answer. */
export async function answered(page: Page, ...ids: readonly string[]): Promise<void> {
  const wanted = ids.length > 0 ? ids.map((id) => widget(page, id)) : await page.locator('lantu-widget').all();
  for (const each of wanted) {
    await each.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await each.and(page.locator('[answered-by]')).waitFor({ state: 'attached' });
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** Waits until a widget's answer, another than before, is of this place. */
export async function answeredBy(within: Locator, place: 'snapshot' | 'rollup' | 'duckdb-wasm'): Promise<void> {
  const wanted = within.and(within.page().locator(`[answered-by="${place}"]`));
  await wanted.waitFor({ state: 'attached', timeout: 45_000 });
}

/** Has a reader choose what a filter offers under these words. */
export async function choose(within: Locator, label: string, filter = 0): Promise<void> {
  await within.locator('[part="select"]').nth(filter).selectOption({ label });
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
