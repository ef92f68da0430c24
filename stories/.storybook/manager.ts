import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({ base: 'light', brandTitle: '蓝图 Lantu', colorPrimary: '#1a5296', colorSecondary: '#1a5296' }),
});
