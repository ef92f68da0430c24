import {
  type Answer,
  canonicalQuery,
  LantuError,
  parseAs,
  type Query,
  queryKey,
  querySchema,
  quoteValue,
} from '@lantu/spec';
import type { AnswerPlace, AskContext, Question } from './place.ts';
import type { OnProgress } from './progress.ts';
import { SharedRuns } from './shared-run.ts';

export interface AskOptions {
  /** Leaves the question: the promise rejects with the signal's reason at once. The work stops when nobody waits for it any more. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** Answers queries over one catalog from the nearest of its places that can. */
export class Resolver {
  readonly #places: readonly AnswerPlace[];
  readonly #runs = new SharedRuns<Answer>();

  /** @param places nearest first */
  constructor(places: readonly AnswerPlace[]) {
    this.#places = places;
  }

  /**
   * The answer to `query`. Questions that are equal in canonical form and asked while one of them is under way share its run.
   *
   * @throws {LantuError} `spec/invalid` where it is no query; `engine/unavailable` where a place that does not work in this browser was
   * the last that could have answered; `engine/no-place` where none can answer, saying why each cannot; else what the place throws
   * @throws the signal's reason where it aborts
   */
  async ask(query: Query, options: AskOptions = {}): Promise<Answer> {
    const canonical = canonicalQuery(parseAs(querySchema, query, 'the query'));
    const question = { query: canonical, key: queryKey(canonical) };
    return this.#runs.join(
      question.key,
      (signal, onProgress) => this.#resolve(question, { signal, onProgress }),
      options,
    );
  }

  async #resolve(question: Question, context: AskContext): Promise<Answer> {
    const refusals: string[] = [];
    let unavailable: LantuError | undefined;
    for (const [index, place] of this.#places.entries()) {
      try {
        const can = await place.canAnswer(question);
        context.signal.throwIfAborted();
        if (can !== true) {
          refusals.push(`${place.place} cannot answer: ${can}`);
          continue;
        }
        const answer = await place.answer(question, context);
        for (const nearer of this.#places.slice(0, index)) nearer.remember?.(question, answer);
        return answer;
      } catch (error) {
        if (!(error instanceof LantuError && error.code === 'engine/unavailable')) throw error;
        unavailable ??= error;
      }
    }
    if (unavailable) throw unavailable;
    const why = refusals.length > 0 ? refusals.join('; ') : 'there are no places to ask';
    throw new LantuError('engine/no-place', `no place can answer the query: ${why}`, {
      received: quoteValue(question.query),
    });
  }
}
