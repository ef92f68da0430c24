import widget from 'virtual:widgets';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { untilDrawn } from '../until-drawn.ts';
import { app } from './app.ts';

/** A page of plain HTML: each story is the code that `lantu embed-code` prints, pasted as it is. */
const meta: Meta = { title: 'Embed/HTML' };
export default meta;

/** Scripts in a fragment made like this run once it stands in the page, as they do in a page that a webmaster writes. */
function pasted(code: string): StoryObj {
  return {
    render: () =>
      app((place) => {
        place.append(document.createRange().createContextualFragment(code));
        return () => place.replaceChildren();
      }),
    parameters: { docs: { source: { code, language: 'html' } } },
  };
}

/** The loader, and the widget with what readers see before the script and without it. */
export const Element: StoryObj = {
  ...pasted(widget.codes.element),
  play: async ({ canvasElement }) => {
    expect(canvasElement.querySelector('lantu-widget img')).not.toBeNull();
    await untilDrawn({ canvasElement });
  },
};

/** The widget's own page in a frame, which takes the height of what is in it. */
export const Frame: StoryObj = {
  ...pasted(widget.codes.iframe),
  play: async ({ canvasElement }) => {
    const frame = canvasElement.querySelector('iframe');
    const inside = () => frame?.contentDocument?.querySelector('lantu-widget[answered-by]');
    await waitFor(() => expect(inside()).toBeTruthy(), { timeout: 10_000 });
    const page = () => frame?.contentDocument?.documentElement.getBoundingClientRect().height ?? 0;
    await waitFor(() => expect(Math.abs((frame?.clientHeight ?? 0) - page())).toBeLessThanOrEqual(1));
  },
};

/** The static picture, which leads to the widget's own page. */
export const Picture: StoryObj = {
  ...pasted(widget.codes.picture),
  play: async ({ canvasElement }) => {
    const image = canvasElement.querySelector('img');
    await waitFor(() => expect(image?.naturalWidth).toBeGreaterThan(0));
  },
};
