import '@lantu/elements';
import { SIZES, THEMES } from '@lantu/elements';
import elements from '@lantu/elements/custom-elements.json';
import embed from '@lantu/embed/custom-elements.json';
import { LOCALES } from '@lantu/spec';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ArgTypesEnhancer } from 'storybook/internal/types';
import { elementControls } from '../src/controls.ts';
import { checkEveryLook, STORY, setLook } from '../src/every-look.ts';
import './preview.css';

setCustomElementsManifest({ ...elements, modules: [...elements.modules, ...embed.modules] });

const LANGUAGES = { 'zh-CN': '中文', bo: 'བོད་ཡིག', en: 'English' } as const;

/** The manifest lists events, parts and properties too: only what a story passes on has a control. */
const controlsThatWork: ArgTypesEnhancer = ({ argTypes, component, initialArgs }) => {
  if (!component) return argTypes;
  const works = (name: string): boolean => name in initialArgs || name in elementControls;
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, each]) => [name, works(name) ? each : { ...each, control: false }]),
  );
};

const preview: Preview = {
  argTypesEnhancers: [controlsThatWork],
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { codePanel: true },
    layout: 'padded',
    options: {
      storySort: {
        order: [
          'Guides',
          ['Start', 'Embed', 'Frameworks', 'Compose', 'Theming'],
          'Elements',
          'Charts',
          'Dashboards',
          'Embed',
          ['HTML', 'React', 'Vue'],
        ],
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
      return html`<div class=${STORY} lang=${globals['locale']}>${story()}</div>`;
    },
  ],
  ...(import.meta.env.LANTU_EVERY_LOOK ? { afterEach: checkEveryLook } : {}),
};

export default preview;
