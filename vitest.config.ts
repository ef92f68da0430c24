import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './tools/chromium.mjs';

const SOURCE = 'lantu-source';
const BROWSER_TESTS = ['{packages,data,apps}/**/*.browser.test.ts'];
const BUILT = ['**/node_modules/**', '**/dist/**'];

const inNode = {
  resolve: { conditions: [SOURCE, ...defaultServerConditions] },
  ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions] } },
};

const inBrowser = {
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
};

const strict = {
  allowOnly: false,
  expect: { requireAssertions: true, poll: { timeout: 10_000 } },
  setupFiles: ['tools/quiet-console.mjs', 'packages/spec/src/locale/all.ts'],
  restoreMocks: true,
};

export default defineConfig({
  test: {
    projects: [
      {
        ...inNode,
        test: {
          ...strict,
          name: 'node',
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
          include: ['{packages,data,apps,tools}/**/*.test.{ts,mjs}'],
          exclude: [...BUILT, ...BROWSER_TESTS],
        },
      },
      {
        ...inBrowser,
        test: {
          ...strict,
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: BROWSER_TESTS,
          exclude: BUILT,
          testTimeout: 30_000,
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
      },
      './stories/vitest.config.ts',
      {
        ...inNode,
        test: {
          ...strict,
          name: 'e2e',
          sequence: { groupOrder: 4 },
          include: ['{packages,apps}/*/e2e/**/*.e2e.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
