import type { Problems } from '@lantu/bake';
import { parseCsv } from '@lantu/bake';
import { EXACTNESSES, type Exactness, quoteValue } from '@lantu/spec';
import { RowReader } from '../source/row-reader.ts';
import { type Period, parsePeriod } from './period.ts';

/**
 * How a period is known: `stated` outright; `resolved`, said in relation to the time of writing (今年), which the page tells;
 * `assumed`, one of several readings, the note says which; `unstated`, no calendar period can be given.
 */
export const PERIOD_BASES = ['stated', 'resolved', 'assumed', 'unstated'] as const;
export type PeriodBasis = (typeof PERIOD_BASES)[number];

/**
 * What a number is: an `amount`; the place in a sequence (`ordinal`: 第十四批); part of a `name` (十个必交); or 1 for an `event`
 * whose day the quote gives.
 */
export const FIGURE_KINDS = ['amount', 'ordinal', 'name', 'event'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

export const FIGURE_COLUMNS = [
  'id',
  'area',
  'period',
  'period_text',
  'period_basis',
  'batch',
  'indicator',
  'kind',
  'value',
  'unit',
  'exactness',
  'quote',
  'origin',
  'note',
] as const;
export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** A transcribed figure. */
export interface Figure {
  readonly id: string;
  /** The code of an area of any level. */
  readonly area: string;
  readonly period?: Period;
  /** The source's own words for the time, where it has any. */
  readonly periodText?: string;
  readonly periodBasis: PeriodBasis;
  readonly batch?: string;
  readonly indicator: string;
  readonly kind: FigureKind;
  /** In the unit as stored: money in yuan, a percentage as 0…1. */
  readonly value: number;
  readonly unit: string;
  readonly exactness: Exactness;
  readonly quote: string;
  readonly origin: string;
  readonly note?: string;
}

/** A figure that is being checked, with the row that a fault is reported for. */
export interface FigureRow {
  readonly figure: Figure;
  readonly cell: RowReader<FigureColumn>;
}

/** The figures of a file like `figures.csv`. Rows that cannot be read are reported and left out. */
export function parseFigures(text: string, file: string, problems: Problems): FigureRow[] {
  return parseCsv(text, file, FIGURE_COLUMNS).flatMap((row) => {
    const cell = new RowReader(file, row, problems);
    const figure = readFigure(cell);
    return figure ? [{ figure, cell }] : [];
  });
}

function readFigure(cell: RowReader<FigureColumn>): Figure | undefined {
  const id = cell.required('id');
  const area = cell.required('area');
  const period = readPeriod(cell);
  const periodText = cell.optional('period_text');
  const periodBasis = cell.oneOf('period_basis', PERIOD_BASES);
  const batch = cell.optional('batch');
  const indicator = cell.required('indicator');
  const kind = cell.oneOf('kind', FIGURE_KINDS);
  const value = cell.number('value');
  const unit = cell.required('unit');
  const exactness = cell.oneOf('exactness', EXACTNESSES);
  const quote = cell.required('quote');
  const origin = cell.required('origin');
  const note = cell.optional('note');
  if (!id || !area || !periodBasis || !indicator || !kind || !unit || !exactness || !quote || !origin) return undefined;
  if (value === undefined) return undefined;
  return {
    id,
    area,
    ...(period && { period }),
    ...(periodText && { periodText }),
    periodBasis,
    ...(batch && { batch }),
    indicator,
    kind,
    value,
    unit,
    exactness,
    quote,
    origin,
    ...(note && { note }),
  };
}

function readPeriod(cell: RowReader<FigureColumn>): Period | undefined {
  const text = cell.optional('period');
  if (text === undefined) return undefined;
  return (
    parsePeriod(text) ??
    cell.fault('period', 'no period', quoteValue(text), '2024, 2026-04, 2025-12-31, or two of them: 2023/2025')
  );
}
