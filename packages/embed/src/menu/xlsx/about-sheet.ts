import { dateText, simulatedText, webAddress } from '@lantu/charts/figures';
import type { AnswerOrigin } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import type { Cell, CellValue, WriteSheet } from 'hucre';
import { addressesOf } from '../addresses.ts';
import { filtersText } from '../filters-text.ts';
import type { MenuState } from '../state.ts';
import { cellText } from './text.ts';

/** A line about the data. */
interface Fact {
  readonly label: string;
  readonly value: string | Date;
  /** An address of the web that the value leads to. */
  readonly url?: string | undefined;
}

/** What the numbers are and what they rest on, a line each: title, filters, nature, sources with their licence, address. */
export function aboutSheet(state: MenuState, format: Formatter): WriteSheet {
  const facts = factsOf(state, format).filter(({ value }) => value !== '');
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, { value, url }] of facts.entries()) {
    cells.set(`${row},0`, { style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } } });
    if (value instanceof Date)
      cells.set(`${row},1`, { style: { numFmt: 'yyyy-mm-dd', alignment: { horizontal: 'left' } } });
    if (url) cells.set(`${row},1`, { hyperlink: { target: url } });
  }
  return {
    name: format.text('notes'),
    columns: [{ width: 22 }, { width: 88, style: { alignment: { wrapText: true, vertical: 'top' } } }],
    rows: facts.map(({ label, value }): CellValue[] => [label, value instanceof Date ? value : cellText(value)]),
    cells,
  };
}

function factsOf(state: MenuState, format: Formatter): Fact[] {
  const { blueprint, answer } = state;
  const { text, list, textIn } = format;
  const { origins, natures, statuses, asOf } = answer.provenance;
  const address = addressesOf(state)?.page(format.locale);
  return [
    { label: text('title'), value: textIn(blueprint.title) },
    { label: text('subtitle'), value: blueprint.subtitle ? textIn(blueprint.subtitle) : '' },
    { label: text('notes'), value: blueprint.notes ? textIn(blueprint.notes) : '' },
    { label: text('filter'), value: list(filtersText(state, format)) },
    { label: text('nature'), value: list(natures.map((nature) => text(`nature.${nature}`))) },
    { label: '', value: simulatedText(answer, format) },
    { label: text('status'), value: list(statuses.map((status) => text(`status.${status}`))) },
    { label: text('as-of.label'), value: dayOf(asOf) ?? dateText(asOf, format) },
    ...origins.flatMap((origin) => originFacts(origin, format)),
    { label: text('address'), value: address ?? '', url: address },
  ];
}

function originFacts({ citation, producer, url, datePublished, licence }: AnswerOrigin, format: Formatter): Fact[] {
  const { text, textIn } = format;
  return [
    { label: text('source'), value: textIn(citation), url: webAddress(url) },
    { label: '', value: text('source.producer', { producer: textIn(producer) }) },
    { label: '', value: datePublished ? text('source.published', { date: dateText(datePublished, format) }) : '' },
    { label: text('licence'), value: licence ? (licence.title ?? licence.name) : '', url: webAddress(licence?.path) },
  ];
}

function dayOf(date: string): Date | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
}
