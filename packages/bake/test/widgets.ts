import { barExamples, type ChartExample, kpiExamples, lineExamples } from '@lantu/charts/examples';
import { type Answer, type Blueprint, LOCALES } from '@lantu/spec';
import { glyphsOf } from '../src/bake/glyphs.ts';
import type { PublishedInput } from '../src/bake/published.ts';

/** An example of the charts, by the chart's type and its id: `bar-income`. */
export function exampleWidget(name: string): PublishedInput {
  const [type = '', ...rest] = name.split('-');
  const examples: Readonly<Record<string, readonly ChartExample[]>> = {
    bar: barExamples,
    line: lineExamples,
    kpi: kpiExamples,
  };
  const found = examples[type]?.find(({ id }) => id === rest.join('-'));
  if (!found) throw new RangeError(`no example ${name}`);
  return widget({ id: name, title: found.title, chart: found.spec }, found.answer);
}

/** What is published of a blueprint without filters and its answer. */
export function widget(
  blueprint: Pick<Blueprint, 'id' | 'title' | 'chart'> & Partial<Blueprint>,
  answer: Answer,
): PublishedInput {
  const whole: Blueprint = { version: 1, query: answer.query, ...blueprint };
  const glyphs = Object.fromEntries(LOCALES.map((locale) => [locale, glyphsOf(locale, whole, [answer], [])]));
  return { blueprint: whole, answer, answers: [answer], settings: [], locales: LOCALES, glyphs };
}
