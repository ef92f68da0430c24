import widget from 'virtual:widgets';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { untilDrawn } from '../until-drawn.ts';

/** A page of plain HTML: each story is the code that `lantu embed-code` prints, pasted as it is. */
const meta: Meta = { title: 'Embed/HTML' };
export default meta;

/** Scripts in a fragment made like this run once it stands in the page, as they do in a page that a webmaster writes. */
function pasted(code: string): StoryObj {
  return {
    render: () => document.createRange().createContextualFragment(code),
    parameters: { docs: { source: { code, language: 'html' } } },
  };
}

/** The loader, and the widget with what readers see before the script and without it. */
export const Element: StoryObj = { ...pasted(widget.codes.element), play: untilDrawn };

/** The widget's own page in a frame, which takes the height of what is in it. */
export const Frame: StoryObj = pasted(widget.codes.iframe);

/** The static picture, which leads to the widget's own page. */
export const Picture: StoryObj = pasted(widget.codes.picture);
