import '@lantu/elements';
import { SIZES, THEMES } from '@lantu/elements';
import manifest from '@lantu/elements/custom-elements.json';
import { LOCALES } from '@lantu/spec';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { checkEveryLook, setLook } from '../src/every-look.ts';
import './preview.css';

setCustomElementsManifest(manifest);

const LANGUAGES = { 'zh-CN': '中文', bo: 'བོད་ཡིག', en: 'English' } as const;

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { codePanel: true },
    layout: 'padded',
    options: {
      storySort: {
        order: ['Guides', ['Start', 'Embed', 'Compose', 'Theming'], 'Elements', 'Charts', 'Dashboards', 'States'],
      },
    },
  },
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: LOCALES.map((value) => ({ value, title: LANGUAGES[value] })),
        dynamicTitle: true,
      },
    },
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        items: [{ value: 'system', title: 'System' }, ...THEMES.map((value) => ({ value, title: value }))],
        dynamicTitle: true,
      },
    },
    size: {
      description: 'Size',
      toolbar: { icon: 'grow', items: SIZES.map((value) => ({ value, title: value })), dynamicTitle: true },
    },
  },
  initialGlobals: { locale: 'zh-CN', theme: 'system', size: 'regular' },
  decorators: [
    (story, { globals }) => {
      setLook(globals['locale'], globals['theme']);
      return story();
    },
  ],
  ...(import.meta.env.LANTU_EVERY_LOOK ? { afterEach: checkEveryLook } : {}),
};

export default preview;
