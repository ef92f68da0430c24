/** What an asker may be told while it waits. Several go on at once: the engine and the datasets are fetched side by side. */
export const PROGRESS_STATES = ['fetching-engine', 'starting-engine', 'fetching-data', 'running'] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

/** Bytes that have arrived, decoded, out of `total`. */
export interface Bytes {
  readonly loaded: number;
  readonly total: number;
}

/** How far an answer has come. The last word about each subject holds. */
export type Progress =
  | ({ readonly state: 'fetching-engine' } & Bytes)
  | { readonly state: 'starting-engine' }
  | ({ readonly state: 'fetching-data'; readonly dataset: string } & Bytes)
  | { readonly state: 'running' };

export type OnProgress = (progress: Progress) => void;
