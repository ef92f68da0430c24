import {
  type Answer,
  type Blueprint,
  type ChoiceSetting,
  type DimensionColumn,
  type FilterControl,
  type FilterSettings,
  OPTION,
  optionsQuery,
  queryKey,
  type RangeSetting,
  type Value,
} from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { dateText } from '../figures/figures.ts';
import { dimensionText } from '../words/words.ts';

/**
 * What the filters of a blueprint are set to, in words, one sentence a filter: 年份：2023—2024年. A filter that leaves everything in
 * says nothing.
 *
 * @param answers those to the questions what the filters offer, among others: they hold the words for coded values
 */
export function settingsTexts(
  blueprint: Blueprint,
  settings: FilterSettings,
  answers: readonly Answer[],
  format: Formatter,
): readonly string[] {
  return settingTexts(blueprint, settings, answers, format).flatMap(({ text }) => text ?? []);
}

/** {@link settingsTexts} with a sentence for every filter: 地市：全部 for one that leaves everything in. */
export function filterTexts(
  blueprint: Blueprint,
  settings: FilterSettings,
  answers: readonly Answer[],
  format: Formatter,
): readonly string[] {
  const all = format.text('filter.all');
  return settingTexts(blueprint, settings, answers, format).map(
    ({ name, text }) => text ?? format.text('filter.set', { name, value: all }),
  );
}

/** What a filter is called, and the sentence of what it is set to, if it leaves anything out. */
interface SettingText {
  readonly name: string;
  readonly text: string | undefined;
}

function settingTexts(
  blueprint: Blueprint,
  settings: FilterSettings,
  answers: readonly Answer[],
  format: Formatter,
): SettingText[] {
  return (blueprint.filters ?? []).map((control, index) => {
    const key = queryKey(optionsQuery(blueprint, index));
    const columns = answers.find((answer) => queryKey(answer.query) === key)?.columns ?? [];
    const column = columns.find((each): each is DimensionColumn => each.name === OPTION);
    const words = (value: Value): string =>
      column ? dimensionText(format, column, value, false) : dateText(String(value ?? format.text('no-value')), format);
    const setting = settings[index] ?? {};
    const name = nameOf(control, column, format);
    const text =
      control.type === 'choice'
        ? choiceText(name, setting as ChoiceSetting, words, format)
        : rangeText(name, setting as RangeSetting, words, format);
    return { name, text };
  });
}

function nameOf({ label, field }: FilterControl, column: DimensionColumn | undefined, format: Formatter): string {
  const title = label ?? column?.title;
  return title ? format.textIn(title) : field;
}

function choiceText(
  name: string,
  { value }: ChoiceSetting,
  words: (value: Value) => string,
  format: Formatter,
): string | undefined {
  return value === undefined ? undefined : format.text('filter.set', { name, value: words(value) });
}

function rangeText(
  name: string,
  { from, to }: RangeSetting,
  words: (value: Value) => string,
  { text, periodRange }: Formatter,
): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined) return text('filter.set-to', { name, to: words(to ?? null) });
  if (to === undefined) return text('filter.set-from', { name, from: words(from) });
  if (from === to) return text('filter.set', { name, value: words(from) });
  const value =
    typeof from === 'string' && typeof to === 'string'
      ? periodRange(from, to)
      : text('number-range', { from: words(from), to: words(to) });
  return text('filter.set', { name, value });
}
