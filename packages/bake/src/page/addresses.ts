import type { PageInput } from '../bake/published.ts';

/** The absolute address of the folder that a page stands in; undefined where nobody said where all will be published. */
export function folderOf(input: PageInput): string | undefined {
  const widget = widgetFolderOf(input);
  if (widget === undefined) return undefined;
  return input.kind === 'frozen' ? `${widget}${input.version}/` : widget;
}

/** The same of the widget's folder, which holds the live files. */
export function widgetFolderOf({ baseUrl, blueprint }: PageInput): string | undefined {
  return baseUrl === undefined ? undefined : `${baseUrl}${blueprint.id}/`;
}
