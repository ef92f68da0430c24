import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from '../tools/chromium.mjs';

/** Every story is a test: it must draw, and axe must find nothing wrong with it in any language and theme. */
export default defineConfig({
  define: { 'import.meta.env.LANTU_EVERY_LOOK': 'true' },
  plugins: [storybookTest({ configDir: `${import.meta.dirname}/.storybook` })],
  test: {
    name: 'storybook',
    sequence: { groupOrder: 3 },
    setupFiles: ['../tools/quiet-console.mjs'],
    allowOnly: false,
    testTimeout: 120_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        get launchOptions() {
          return chromiumLaunchOptions();
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
