import type { Answer, FilterSettings, LantuError, Place, Value } from '@lantu/spec';

/** An answer is drawn. */
export interface ReadyDetail {
  readonly answer: Answer;
  readonly answeredBy: Place;
}

/** A reader set a filter, or all of them back. The answer follows with `lantu-ready`. */
export interface FilterDetail {
  /** What the filters are set to now, one entry for each in the blueprint's order. */
  readonly settings: FilterSettings;
}

/** A reader chose a mark, or took the choice back. */
export interface SelectDetail {
  /** False where the choice was taken back. */
  readonly selected: boolean;
  /** The answer's row; null where it has none (a period between two others). */
  readonly row: number | null;
  /** The metric column. */
  readonly column: string;
  readonly value: number | null;
  /** What the row's dimensions hold, by column; empty where there is no row. */
  readonly dimensions: Readonly<Record<string, Value>>;
}

/** The events of Lantu's elements; all bubble, and cross shadow roots. */
export interface LantuEventMap {
  'lantu-ready': CustomEvent<ReadyDetail>;
  'lantu-filter': CustomEvent<FilterDetail>;
  'lantu-error': CustomEvent<LantuError>;
  'lantu-select': CustomEvent<SelectDetail>;
}

export function tell<K extends keyof LantuEventMap>(from: Element, type: K, detail: LantuEventMap[K]['detail']): void {
  from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap extends LantuEventMap {}
}
