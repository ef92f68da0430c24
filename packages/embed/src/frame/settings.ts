import type { AnswerElement } from '@lantu/elements/answer';
import type { ChoiceSetting, FilterSettings, RangeSetting, Value } from '@lantu/spec';

/** The parameter of a standalone page's address that holds what the filters are set to. */
const SETTINGS = 'f';

/** The address of a standalone page with `settings` in it, for {@link restoreSettings} to read. */
export function withSettings(page: string, settings: FilterSettings): string {
  const address = new URL(page);
  address.searchParams.set(SETTINGS, JSON.stringify(settings));
  return address.href;
}

/** Sets the widgets of a standalone page as its address says, once they show their first answer. What is no such setting is left out. */
export async function restoreSettings(root: ParentNode, search: string): Promise<void> {
  const settings = settingsIn(search);
  if (!settings) return;
  await customElements.whenDefined('lantu-widget');
  for (const widget of root.querySelectorAll<AnswerElement>('lantu-widget')) {
    if (widget.answer) restore(widget, settings);
    else widget.addEventListener('lantu-ready', () => restore(widget, settings), { once: true });
  }
}

function restore(widget: AnswerElement, settings: FilterSettings): void {
  if (settings.length === widget.settings.length) widget.settings = settings;
}

function settingsIn(search: string): FilterSettings | undefined {
  try {
    const settings: unknown = JSON.parse(new URLSearchParams(search).get(SETTINGS) ?? '');
    return Array.isArray(settings) && settings.every(isSetting) ? settings : undefined;
  } catch {
    return undefined;
  }
}

function isSetting(setting: unknown): setting is ChoiceSetting | RangeSetting {
  if (typeof setting !== 'object' || setting === null) return false;
  const { value, from, to, ...others } = setting as Readonly<Record<string, unknown>>;
  return Object.keys(others).length === 0 && [value, from, to].every((each) => each === undefined || isValue(each));
}

function isValue(value: unknown): value is Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
