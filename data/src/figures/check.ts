import type { Division } from '../areas/divisions.ts';
import { BATCHES } from '../dimensions.ts';
import type { WrittenUnit } from '../units.ts';
import type { Excerpts } from './excerpts.ts';
import type { Indicator } from './indicators.ts';
import { numbersIn, type WrittenNumber } from './numeral.ts';
import type { Figure, FigureRow } from './transcription.ts';

/** What figures are checked against. */
export interface Reference {
  readonly areas: ReadonlyMap<string, Division>;
  /** The current code of each former one. */
  readonly currentCodes: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly units: ReadonlyMap<string, WrittenUnit>;
  readonly excerpts: Excerpts;
}

/**
 * Reports every way in which figures contradict the areas, the indicators, their own sources or each other: unknown codes; a quote
 * that is not verbatim in one excerpt of its origin, or does not give the value in its unit, as exactly as the row says; a period
 * that its words do not bear out; two figures for the same place, time and indicator.
 */
export function checkFigures(rows: readonly FigureRow[], reference: Reference): void {
  const ids = new Map<string, Figure>();
  const facts = new Map<string, Figure>();
  for (const row of rows) {
    const { figure, cell } = row;
    const fact = [figure.indicator, figure.area, figure.period?.first, figure.period?.last, figure.batch].join();
    const twin = facts.get(fact);
    if (ids.has(figure.id)) cell.fault('id', 'an id that is given twice', figure.id);
    if (twin) cell.fault('indicator', `the same as ${twin.id}: one place, time and indicator`, figure.indicator);
    ids.set(figure.id, figure);
    facts.set(fact, figure);
    checkCodes(row, reference);
    checkPeriod(row, reference);
    checkQuote(row, reference);
  }
}

function checkCodes({ figure, cell }: FigureRow, { areas, currentCodes, indicators, excerpts }: Reference): void {
  const { area, indicator, unit, origin, batch } = figure;
  if (!areas.has(area)) {
    const current = currentCodes.get(area.slice(0, 6));
    const allowed = current ? `${current}${area.slice(6)}, its code today` : 'a code of the national list';
    cell.fault('area', 'no area of the list', area, allowed);
  }
  const known = indicators.get(indicator);
  if (!known) cell.fault('indicator', 'an indicator that is not in indicators.csv', indicator);
  else if (known.unit !== unit) cell.fault('unit', 'another unit than the indicator’s', unit, known.unit);
  if (!excerpts.has(origin))
    cell.fault('origin', 'an origin without excerpts', origin, [...excerpts.keys()].join(', '));
  if (batch !== undefined && !BATCHES.some((each) => each.value === batch)) {
    cell.fault('batch', 'an unknown batch', batch, BATCHES.map((each) => each.value).join(', '));
  }
}

function checkPeriod({ figure, cell }: FigureRow, { excerpts }: Reference): void {
  const { period, periodText, periodBasis, note, origin, batch } = figure;
  const sentences = excerpts.get(origin) ?? [];
  if ((period === undefined) !== (periodBasis === 'unstated')) {
    cell.fault('period_basis', 'unstated if and only if there is no period', periodBasis);
  }
  if (periodText !== undefined && !sentences.some((each) => each.includes(periodText))) {
    cell.fault('period_text', 'not in an excerpt of its origin', periodText, 'words of the source');
  }
  if (periodText === undefined && (periodBasis === 'stated' || periodBasis === 'resolved')) {
    cell.fault('period_text', `a ${periodBasis} period without the words that give it`, '""');
  }
  if (note === undefined && (periodBasis === 'resolved' || periodBasis === 'assumed')) {
    cell.fault('note', `nothing says how the period was ${periodBasis}`, '""', 'a sentence');
  }
  if (period && periodText !== undefined && periodBasis === 'stated') {
    const said = datesIn(periodText);
    const meant = [period.first, period.last];
    if (!said.some((each) => meant.includes(each))) {
      cell.fault(
        'period',
        'not the period that its words state',
        meant.join('/'),
        said.join(', ') || 'words that name a year',
      );
    }
  }
  for (const ordinal of BATCHES.find((each) => each.value === batch)?.ordinals ?? []) {
    const told = sentences.some((each) => numbersIn(each).some((number) => number.ordinal && number.value === ordinal));
    if (!told) cell.fault('batch', `its origin does not speak of the batch ${ordinal}`, String(batch));
  }
}

/** The first or last day of what a text such as 2024年, 2026年4月16日 or 2025年底 names; both for a year alone. */
function datesIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(/(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?|(底|末))?/g)].flatMap(
    ([, year, month, day, end]) => {
      if (end) return [`${year}-12-31`];
      if (!month) return [`${year}-01-01`, `${year}-12-31`];
      return [`${year}-${month.padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`];
    },
  );
}

function checkQuote({ figure, cell }: FigureRow, reference: Reference): void {
  const { quote, origin, unit, indicator, kind, exactness } = figure;
  const sentences = reference.excerpts.get(origin) ?? [];
  const holding = sentences.filter((each) => each.includes(quote)).length;
  if (sentences.length > 0 && holding !== 1) {
    cell.fault('quote', `verbatim in ${holding} excerpts of its origin`, quote, 'letter by letter in exactly one');
  }
  if (kind !== 'amount' && exactness !== 'exact') {
    cell.fault('exactness', `a figure of kind ${kind} is exact`, exactness, 'exact');
  }
  const known = reference.units.get(unit);
  if (!known) return;
  const numbers = numbersIn(quote);
  if (kind === 'event') checkEvent({ figure, cell });
  else if (!numbers.some((number) => gives(number, figure, known))) {
    const found = numbers.map((number) => described(number, known)).join(', ');
    const wanted = `${figure.value} ${unit}, ${exactness}${kind === 'ordinal' ? ', after 第' : ''}`;
    cell.fault('quote', 'it does not give the value of the row', wanted, found || 'a quote with a number');
  }
  const threshold = reference.indicators.get(indicator)?.thresholdCny;
  const money = reference.units.get('CNY');
  if (threshold === undefined || !money) return;
  if (!numbers.some((number) => isWrittenIn(number, money) && number.value === threshold)) {
    cell.fault('quote', 'it does not give the threshold of the indicator', quote, `${threshold} CNY`);
  }
}

function checkEvent({ figure, cell }: FigureRow): void {
  const { period, quote, value } = figure;
  const [, month, day] = period?.last.split('-').map(Number) ?? [];
  if (!period || period.first !== period.last) {
    cell.fault(
      'period',
      'an event without its day',
      period ? `${period.first}/${period.last}` : '""',
      'a day such as 2026-04-16',
    );
  } else if (!quote.normalize('NFKC').includes(`${month}月${day}日`)) {
    cell.fault('quote', 'it does not give the day of the event', quote, `${month}月${day}日`);
  }
  if (value !== 1) cell.fault('value', 'an event counts as one', String(value), '1');
}

function gives(number: WrittenNumber, { value, exactness, kind }: Figure, unit: WrittenUnit): boolean {
  return (
    isWrittenIn(number, unit) &&
    storedValue(number, unit) === value &&
    number.exactness === exactness &&
    number.ordinal === (kind === 'ordinal')
  );
}

function isWrittenIn(number: WrittenNumber, unit: WrittenUnit): boolean {
  return unit.written.some((each) => number.after.startsWith(each.normalize('NFKC')));
}

/** Percentages are written out of 100 and stored out of 1. */
function storedValue(number: WrittenNumber, unit: WrittenUnit): number {
  return unit.kind === 'ratio' ? number.value / 100 : number.value;
}

function described(number: WrittenNumber, unit: WrittenUnit): string {
  const value = isWrittenIn(number, unit)
    ? `${storedValue(number, unit)} ${unit.code}`
    : `${number.value} of something else`;
  return `${number.ordinal ? '第' : ''}${number.text} (${value}, ${number.exactness})`;
}
