import { LOCALES, type Locale, type LocalizedText } from '@lantu/spec';

/** `data` with the texts of a document in `locales` alone, and in Chinese, which stands in for all: readers load no names that no page shows. */
export function inLanguages<T>(data: T, locales: readonly Locale[]): T {
  if (LOCALES.every((locale) => locales.includes(locale))) return data;
  const kept = new Set<string>(['zh-CN', ...locales]);
  const only = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(only);
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    const entries = Object.entries(value);
    return Object.fromEntries(
      isText(value) ? entries.filter(([name]) => kept.has(name)) : entries.map(([name, each]) => [name, only(each)]),
    );
  };
  return only(data) as T;
}

function isText(value: object): value is LocalizedText {
  const names: readonly string[] = LOCALES;
  return (
    Object.entries(value).every(([name, text]) => names.includes(name) && typeof text === 'string') && 'zh-CN' in value
  );
}
