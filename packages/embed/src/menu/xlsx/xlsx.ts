import type { Formatter } from '@lantu/spec/locale';
import { writeXlsx } from 'hucre/xlsx';
import { filtersText } from '../filters-text.ts';
import type { MenuState } from '../state.ts';
import { aboutSheet } from './about-sheet.ts';
import { dataSheet } from './data-sheet.ts';
import { cellText } from './text.ts';

/** The widget as a workbook of two sheets: its data as they are filtered now, and what they are and rest on. No cell is a formula. */
export async function workbookOf(state: MenuState, format: Formatter): Promise<Uint8Array<ArrayBuffer>> {
  const title = cellText(format.textIn(state.blueprint.title));
  const sheets = [dataSheet(state.answer, filtersText(state, format), format), aboutSheet(state, format)];
  return new Uint8Array(await writeXlsx({ properties: { title }, sheets }));
}
