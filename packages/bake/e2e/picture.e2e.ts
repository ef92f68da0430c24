import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { EXAMPLES, test } from './published.ts';

/** How much two pictures of one origin differ, drawn at the size of the first: the mean distance of their pixels, 0 to 255. */
function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (addresses) => {
      const images = await Promise.all(
        addresses.map(async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          return image;
        }),
      );
      const [width, height] = [images[0]?.naturalWidth ?? 0, images[0]?.naturalHeight ?? 0];
      const [a, b] = images.map((image) => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (!context) throw new TypeError('no canvas');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      });
      if (!a || !b) throw new TypeError('two pictures are compared');
      return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
    },
    [one, other],
  );
}

test.for(EXAMPLES)(
  'a browser draws %s in the fonts that the picture carries, as the PNG is drawn, and not in those of the machine',
  { timeout: 180_000 },
  async (name, { visit }) => {
    for (const locale of ['zh-CN', 'bo', 'en'] as const) {
      const { page } = await visit({ path: `/${name}/${locale}.html` });
      const at = `/${name}/${locale}`;
      const own = await difference(page, `${at}.light.svg`, `${at}.light.png`);
      const bare = await difference(page, `${at}.bare.svg`, `${at}.light.png`);
      expect(own, locale).toBeLessThan(0.8 * bare);
      expect(await difference(page, `${at}.dark.svg`, `${at}.light.png`), locale).toBeGreaterThan(50);
    }
  },
);
