import type { Answer } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';

/** An ISO date in words; anything else as it stands, for catalogs are written by many hands. */
export function dateText(date: string, format: Formatter): string {
  try {
    return format.period(date);
  } catch {
    return date;
  }
}

/** That the answer is simulated, or some of it; empty where none of it is. */
export function simulatedText({ provenance: { natures } }: Answer, format: Formatter): string {
  if (!natures.includes('simulated')) return '';
  return format.text(natures.every((nature) => nature === 'simulated') ? 'simulated.note' : 'partly-simulated.note');
}

/** The sources of an answer and up to when its data speak, as a paragraph. */
export function sourcesText({ provenance: { origins, asOf } }: Pick<Answer, 'provenance'>, format: Formatter): string {
  const citations = origins.map(({ citation }) => format.textIn(citation).replace(/[.。]$/, ''));
  return format.paragraph([
    citations.length > 0 ? format.text('source.line', { sources: format.list(citations) }) : '',
    asOf ? format.text('as-of.sentence', { date: dateText(asOf, format) }) : '',
  ]);
}
