import { expect } from 'vitest';
import { test } from './site.ts';
import { answered } from './widgets.ts';

const SIMULATED = /\/widgets\/simulated-[^/]+\/widget[.]json$/;

test('simulated figures come only to who scrolls to them, and every picture and table of theirs says what they are', async ({
  visit,
}) => {
  const { page, requests, noise } = await visit();
  await answered(page, 'community-income');
  expect(requests.filter((url) => SIMULATED.test(url))).toEqual([]);

  await answered(page);
  expect(new Set(requests.filter((url) => SIMULATED.test(url))).size).toBe(7);

  const widgets = page.locator('#simulated lantu-widget');
  for (const sources of await widgets.locator('[part="sources"]').all()) {
    await sources.locator('> summary').click();
    await sources.getByText('模拟').first().waitFor();
  }
  const said = await widgets.evaluateAll((all) =>
    all.map((each) => {
      const text = (selector: string) => each.shadowRoot?.querySelector(selector)?.textContent ?? '';
      return {
        still: each.textContent ?? '',
        picture: text('[part="chart"] svg') + text('[part="simulated"]'),
        summary: text('[part="summary"]'),
      };
    }),
  );
  expect(said.length).toBe(7);
  for (const { still, picture, summary } of said) {
    expect(still).toContain('模拟');
    expect(picture).toContain('模拟数据');
    expect(summary).toContain('模拟');
  }
  expect(noise).toEqual([]);
});

test('no figure of the report is marked as simulated', async ({ visit }) => {
  const { page } = await visit();
  await answered(page);
  const marked = await page
    .locator('.topic:not(.simulated) lantu-widget')
    .evaluateAll(
      (all) => all.filter((each) => `${each.shadowRoot?.textContent}${each.textContent}`.includes('模拟')).length,
    );
  expect(marked).toBe(0);
});
