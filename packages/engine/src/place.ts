import { type Answer, LantuError, type Place, type Query } from '@lantu/spec';
import type { OnProgress } from './progress.ts';

/** A query in canonical form, with its key. */
export interface Question {
  readonly query: Query;
  readonly key: string;
}

export interface AskContext {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/**
 * Somewhere a question can be answered. A place serves one catalog; it is one file, and is made known by putting it into the
 * list that a {@link Resolver} is given.
 */
export interface AnswerPlace {
  readonly place: Place;
  /**
   * True; or why it cannot, in words that go on from "cannot answer: ". It must be cheap: it is asked before every answer.
   *
   * @throws {LantuError} as `answer` does
   */
  canAnswer(question: Question): true | string | Promise<true | string>;
  /**
   * @throws {LantuError} `engine/unavailable` where the place does not work in this browser at all: the next one is then asked.
   * Any other error is the answer's.
   */
  answer(question: Question, context: AskContext): Promise<Answer>;
  /** Keeps an answer that a farther place gave. */
  remember?(question: Question, answer: Answer): void;
}

/**
 * A place whose code is loaded when a question first reaches it. Loading that failed is tried again by the next question.
 *
 * @param load imports the module and gives the place: `async () => (await import('@lantu/engine/duckdb')).duckdbPlace(opened)`
 */
export function lazyPlace(place: Place, load: () => Promise<AnswerPlace>): AnswerPlace {
  let loading: Promise<AnswerPlace> | undefined;
  const loaded = () => {
    loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      if (cause instanceof LantuError) throw cause;
      const received = cause instanceof Error ? cause.message : String(cause);
      throw new LantuError('engine/unavailable', `the code of ${place} could not be loaded`, { received, cause });
    });
    return loading;
  };
  return {
    place,
    canAnswer: async (question) => (await loaded()).canAnswer(question),
    answer: async (question, context) => (await loaded()).answer(question, context),
  };
}
