import type { Answer, Column, Value } from '@lantu/spec';
import type { OpenCatalog } from './catalog.ts';
import type { AnswerPlace } from './place.ts';
import { isCurrent } from './vintage.ts';

/** Answers by catalog and key, the least recently used dropped first when they take more than `maxBytes`. */
export class AnswerMemory {
  readonly #answers = new Map<string, { readonly answer: Answer; readonly bytes: number }>();
  readonly #maxBytes: number;
  #bytes = 0;

  /** @param maxBytes a bound on the answers' values as estimated: 8 bytes a number, 2 a character */
  constructor(maxBytes = 32 * 1024 * 1024) {
    this.#maxBytes = maxBytes;
  }

  get(catalogUrl: string, key: string): Answer | undefined {
    const id = idOf(catalogUrl, key);
    const entry = this.#answers.get(id);
    if (!entry) return undefined;
    this.#answers.delete(id);
    this.#answers.set(id, entry);
    return entry.answer;
  }

  set(catalogUrl: string, key: string, answer: Answer): void {
    this.delete(catalogUrl, key);
    const bytes = sizeOf(answer);
    if (bytes > this.#maxBytes) return;
    this.#answers.set(idOf(catalogUrl, key), { answer, bytes });
    this.#bytes += bytes;
    for (const [id, entry] of this.#answers) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#answers.delete(id);
      this.#bytes -= entry.bytes;
    }
  }

  delete(catalogUrl: string, key: string): void {
    const id = idOf(catalogUrl, key);
    this.#bytes -= this.#answers.get(id)?.bytes ?? 0;
    this.#answers.delete(id);
  }
}

/**
 * The place `memory`: answers again what was answered before, as long as the datasets it was read from are still the same files in
 * the catalog.
 *
 * @param memory shared between places where several catalogs, or reopenings of one, are to use one bound
 */
export function memoryPlace({ catalog, url }: OpenCatalog, memory: AnswerMemory = new AnswerMemory()): AnswerPlace {
  const recall = (key: string) => {
    const answer = memory.get(url, key);
    if (!answer || isCurrent(answer.vintage, catalog)) return answer;
    memory.delete(url, key);
    return undefined;
  };
  return {
    place: 'memory',
    canAnswer: ({ key }) => (recall(key) ? true : 'it was not asked before'),
    answer: async ({ key }) => {
      const answer = recall(key);
      if (!answer) throw new Error(`asked for an answer that is not remembered: ${key}`);
      return { ...answer, answeredBy: 'memory' };
    },
    remember: ({ key }, answer) => memory.set(url, key, answer),
  };
}

function idOf(catalogUrl: string, key: string): string {
  return JSON.stringify([catalogUrl, key]);
}

function sizeOf({ columns, cells, query }: Answer): number {
  const values = columns.reduce((sum, column) => sum + sizeOfColumn(column), 0);
  return values + 2 * JSON.stringify(query).length + (cells ? 2 * JSON.stringify(cells).length : 0);
}

function sizeOfColumn({ values }: Column): number {
  return (values as readonly Value[]).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? 16 + 2 * value.length : 8),
    0,
  );
}
