import { THEMES } from '@lantu/elements';
import { LOCALES } from '@lantu/spec';
import axe from 'axe-core';
import { expect } from 'storybook/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The class of what is around each story: a docs page is in English, its stories are in the language that the toolbar says. */
export const STORY = 'story';

/** Shows the page's stories in a language and a theme (`system` follows the reader's), as the toolbar does. */
export function setLook(locale: string, theme: string): void {
  document.documentElement.lang = locale;
  for (const story of document.querySelectorAll<HTMLElement>(`.${STORY}`)) story.lang = locale;
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Shows a story in every language and theme, its disclosures open, and asks axe about each. */
export async function checkEveryLook({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  openDisclosures(canvasElement);
  for (const locale of LOCALES) {
    for (const theme of THEMES) {
      setLook(locale, theme);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const { violations } = await axe.run(canvasElement, {
        runOnly: RULES,
        resultTypes: ['violations'],
        // A story is a part of a page, and has no landmarks of its own.
        rules: { region: { enabled: false } },
      });
      const said = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
      );
      expect(said, `axe on ${locale}, ${theme}`).toEqual([]);
    }
  }
}

/** What is behind a disclosure is hidden from axe too. */
function openDisclosures(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLDetailsElement) element.open = true;
    if (element.shadowRoot) openDisclosures(element.shadowRoot);
  }
}
