import { existsSync, statSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';

/** What travels to a page. `engine`: a database, its worker and what speaks to it. */
export const KINDS = ['html', 'script', 'data', 'picture', 'font', 'engine'] as const;
export type Kind = (typeof KINDS)[number];

/** What one load asked for: how often, and how many bytes, as gzip sends them. */
export interface Weight {
  readonly requests: number;
  readonly bytes: Readonly<Record<Kind, number>>;
}

const BY_ENDING: Readonly<Record<string, Kind>> = {
  html: 'html',
  js: 'script',
  json: 'data',
  arrow: 'data',
  svg: 'picture',
  png: 'picture',
  woff2: 'font',
};

/** @throws {RangeError} for a file of a kind that no page of the bench is known to need */
export function kindOf(path: string): Kind {
  if (/\.wasm$|duckdb/.test(path)) return 'engine';
  const kind = BY_ENDING[path.slice(path.lastIndexOf('.') + 1)];
  if (!kind) throw new RangeError(`the bench does not know what kind of file ${path} is`);
  return kind;
}

/** Listens to what is asked of a site that was compressed ahead of time, workers' requests included. */
export class Traffic {
  readonly #folder: string;
  #paths: string[] = [];
  #lastAt = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  readonly listen: RequestListener = ({ url = '/' }) => {
    this.#paths.push(url.replace(/[?#].*/, ''));
    this.#lastAt = performance.now();
  };

  /** For how long nothing has been asked for. */
  get quietMs(): number {
    return performance.now() - this.#lastAt;
  }

  /** What was asked for since the last time, which is then forgotten. */
  take(): Weight {
    const paths = this.#paths;
    this.#paths = [];
    const bytes = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
    for (const path of paths) bytes[kindOf(path)] += this.#gzipBytes(path);
    return { requests: paths.length, bytes };
  }

  #gzipBytes(path: string): number {
    const file = join(this.#folder, path);
    return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
  }
}
