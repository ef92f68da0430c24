import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LantuCatalog, LantuChart, LantuKpi, LantuSources, LantuTable } from './react.ts';

test('A server, which has no DOM, writes the tags, their attributes and what is inside them.', () => {
  const page = createElement(
    LantuCatalog,
    { src: '/data/datapackage.json', lang: 'bo' },
    createElement(
      LantuChart,
      { src: '/income.json', className: 'wide', id: 'income', onLantuReady: () => undefined },
      createElement('p', null, '216万元'),
    ),
    createElement(LantuKpi),
    createElement(LantuTable),
    createElement(LantuSources, { theme: 'dark' }),
  );

  expect(renderToString(page)).toBe(
    '<lantu-catalog lang="bo">' +
      '<lantu-chart class="wide" id="income"><p>216万元</p></lantu-chart>' +
      '<lantu-kpi></lantu-kpi><lantu-table></lantu-table><lantu-sources theme="dark"></lantu-sources>' +
      '</lantu-catalog>',
  );
});
