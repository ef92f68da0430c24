import { Problems } from '@lantu/bake';
import type { LocalizedText } from '@lantu/spec';
import type { ChecklistItem } from '../simulation/handover.ts';
import { readCsv } from '../source/files.ts';
import { RowReader } from '../source/row-reader.ts';
import { texts } from '../source/texts.ts';

const FILE = 'handover/checklist.csv';
const COLUMNS = ['code', 'kind', 'zh', 'bo', 'bo_reviewed', 'en'] as const;

export interface ChecklistEntry extends ChecklistItem {
  readonly title: LocalizedText;
}

/**
 * The items that a team hands over, in order: configuration. The source speaks of ten things to hand over and names seven areas
 * of work, and of three things to explain; these are what the file holds.
 *
 * @throws {LantuError} `data/import` for a faulty row.
 */
export function readChecklist(): ChecklistEntry[] {
  const problems = new Problems();
  const entries = readCsv(FILE, COLUMNS).flatMap((row) => {
    const cell = new RowReader(FILE, row, problems);
    const code = cell.required('code');
    const kind = cell.oneOf('kind', ['transfer', 'explanation'] as const);
    const zh = cell.required('zh');
    cell.oneOf('bo_reviewed', ['yes', 'no']);
    return code && kind && zh ? [{ code, kind, title: texts(zh, cell.optional('bo'), cell.optional('en')) }] : [];
  });
  problems.throwIfAny();
  return entries;
}
