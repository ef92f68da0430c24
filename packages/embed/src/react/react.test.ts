import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LantuWidget } from './react.ts';

test('A server, which has no DOM, writes the tag with the still, for readers without script.', () => {
  const widget = createElement(
    LantuWidget,
    { src: '/widgets/income/widget.json', lang: 'zh-CN', className: 'wide' },
    createElement('p', null, '2024年216万元'),
  );
  expect(renderToString(widget)).toBe('<lantu-widget lang="zh-CN" class="wide"><p>2024年216万元</p></lantu-widget>');
});
