import { settingsTexts } from '@lantu/charts/settings';
import type { Formatter } from '@lantu/spec/locale';
import type { MenuState } from './state.ts';

/** What the reader's filters leave in, in words; empty where that is everything. */
export function filtersText({ blueprint, settings, document }: MenuState, format: Formatter): readonly string[] {
  return settingsTexts(blueprint, settings, document?.answers ?? [], format);
}
