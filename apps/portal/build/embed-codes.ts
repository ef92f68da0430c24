const PLACE = /<!-- lantu embed-code ([\w-]+)((?: [\w-]+="[^"]*")*) -->/g;

/** The ids of the widgets that `page` has places for, in their order: comments such as `<!-- lantu embed-code income -->`. */
export function placesIn(page: string): string[] {
  return [...page.matchAll(PLACE)].map(([, id = '']) => id);
}

/**
 * `page` with the codes at their places. A comment may name attributes, which the code's element is given
 * (`<!-- lantu embed-code income heading-level="4" -->`). The script that loads the element stands in each code; the page has it
 * once, in its head, where the browser finds it soonest.
 *
 * @param codes by id, as `lantu embed-code` prints them
 * @throws {RangeError} for a place without a code
 */
export function withCodes(page: string, codes: Readonly<Record<string, string>>): string {
  const scripts = new Set<string>();
  const filled = page.replaceAll(PLACE, (_, id: string, attributes: string) => {
    const code = codes[id];
    if (code === undefined) throw new RangeError(`there is no code of the widget ${id}`);
    return code
      .trim()
      .replace('<lantu-widget ', () => `<lantu-widget${attributes} `)
      .replace(/<script\b[^>]*><\/script>\n?/g, (script) => {
        scripts.add(script.trim());
        return '';
      });
  });
  return filled.replace('</head>', () => `${[...scripts].map((script) => `  ${script}\n  `).join('')}</head>`);
}
