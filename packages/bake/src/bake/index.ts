import type { BakeOptions } from './bake.ts';
import type { WidgetEntry } from './index-file.ts';

/**
 * Bakes blueprints: answers their questions on native DuckDB and writes the widgets into the folder `out`, each in one rename, frozen
 * versions of earlier runs kept; then the index. Widgets in the folder that the blueprints do not name stay as they are. DuckDB and
 * the fonts are loaded when it is called.
 *
 * @returns the index entries of the widgets that were baked
 * @throws {LantuError} `spec/invalid`, with a line for each fault, where any blueprint cannot be published or disclosure control
 * refuses it; nothing is then written
 */
export async function bake(options: BakeOptions & { readonly out: string }): Promise<readonly WidgetEntry[]> {
  return (await import('./bake.ts')).bake(options);
}

export type { BakeOptions } from './bake.ts';
export type { WidgetEntry, WidgetIndex } from './index-file.ts';
