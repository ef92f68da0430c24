import type { StorybookConfig } from '@storybook/web-components-vite';
import vue from '@vitejs/plugin-vue';
import remarkGfm from 'remark-gfm';
import { defaultClientConditions, mergeConfig } from 'vite';
import { bakedWidgets } from './widgets.ts';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../src/guides/*.mdx', '../src/**/*.stories.ts'],
  addons: [
    {
      name: '@storybook/addon-docs',
      // Tables in the guides.
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  staticDirs: [
    { from: '../../data/dist', to: '/data' },
    { from: '../../packages/embed/dist/site', to: '/embed' },
  ],
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      base: './',
      resolve: { conditions: ['lantu-source', ...defaultClientConditions] },
      plugins: [
        vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('lantu-') } } }),
        bakedWidgets(),
      ],
    }),
};

export default config;
