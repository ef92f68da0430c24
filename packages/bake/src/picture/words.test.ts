import { barExamples, kpiExamples, lineExamples } from '@lantu/charts/examples';
import { layOut, textsOf } from '@lantu/charts/svg';
import { LOCALES } from '@lantu/spec';
import { formatter } from '@lantu/spec/locale';
import { expect, test } from 'vitest';
import { exampleWidget } from '../../test/widgets.ts';
import { commonCharacters, emphasisedCharacters } from './words.ts';

const EXAMPLES = [
  ...barExamples.map(({ id }) => `bar-${id}`),
  ...lineExamples.map(({ id }) => `line-${id}`),
  ...kpiExamples.map(({ id }) => `kpi-${id}`),
];

test.each(EXAMPLES)('Every character that a picture of %s sets is foreseen, in its weight.', (name) => {
  const { answer, answers, blueprint, glyphs } = exampleWidget(name);
  for (const locale of LOCALES) {
    const format = formatter(locale);
    const title = format.textIn(blueprint.title);
    const foreseen = {
      400: new Set(`${glyphs[locale]}${commonCharacters(answers, format)}\n`),
      600: new Set(`${title}${emphasisedCharacters(answers, format)}\n`),
    };
    for (const widthPx of [640, 360, 300]) {
      const texts = textsOf(layOut(answer, blueprint.chart, { locale, widthPx, title }));
      const unforeseen = texts.flatMap(({ text, weight }) => [...text].filter((each) => !foreseen[weight].has(each)));
      expect(unforeseen, `${locale} ${widthPx} px`).toEqual([]);
    }
  }
});
