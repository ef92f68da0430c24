import type { ObservationStatus } from '@lantu/spec';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One value of the answer at its place in the picture. A period or category without a value has a mark too, so that a cursor meets it. */
export interface Mark {
  readonly id: string;
  /** Index in the scene's series. */
  readonly series: number;
  /** Index along the main axis; marks of several series at one place share it. */
  readonly position: number;
  /** The answer's row; null where the answer has none (a period between two others). */
  readonly row: number | null;
  /** The answer's metric column. */
  readonly column: string;
  readonly value: number | null;
  readonly status: ObservationStatus | null;
  /** Where a tooltip points. */
  readonly x: number;
  readonly y: number;
  /** What is outlined when the mark has the focus. */
  readonly box: Box;
}

/** A mark in words. */
export interface MarkText {
  /** The place or period. */
  readonly label: string;
  /** The series; null where there is only one. */
  readonly series: string | null;
  /** The full value with its unit, or the words for "no value". */
  readonly value: string;
  /** What must be said with it: estimated, provisional, suppressed, simulated …; null where nothing. */
  readonly note: string | null;
  /** All of it as one sentence, for a live region. */
  readonly announcement: string;
}
