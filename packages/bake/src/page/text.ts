import type { Locale } from '@lantu/spec';
import type { WidgetWords } from './words.ts';

/** Numbers hold commas themselves. */
const BETWEEN: Readonly<Record<Locale, string>> = { 'zh-CN': '；', bo: '། ', en: '; ' };

/** What a picture of the widget says to who cannot see it: a line each for title, subtitle, nature, summary, numbers and sources. */
export function textOf({ format, title, subtitle, simulated, summary, values, sources }: WidgetWords): string {
  const lines = [title, subtitle, simulated, summary, values.join(BETWEEN[format.locale]), sources];
  return `${lines.filter(Boolean).join('\n')}\n`;
}
