import type { Answers } from '@lantu/elements/answer';
import type { Filtering } from '@lantu/elements/filters';
import type { AskOptions } from '@lantu/engine';
import type { Answer, Query } from '@lantu/spec';
import type { Published } from './document.ts';
import type { Engine } from './engine.ts';
import { nearText } from './near-text.ts';
import { part } from './part.ts';

/**
 * Answers from the document itself. What is not in it goes to the near places, which are fetched once for all widgets that name the
 * same ones, and from there, where `engine` allows it, to the query engine.
 */
export class PublishedAnswers implements Answers {
  readonly #published: Published;
  readonly #engine: Engine;
  readonly #filtering: Filtering | undefined;
  #near: Promise<Answers> | undefined;

  /** @param filtering there where the blueprint has filters: without any, there is one question, and one answer */
  constructor(published: Published, engine: Engine, filtering: Filtering | undefined) {
    this.#published = published;
    this.#engine = engine;
    this.#filtering = filtering;
  }

  async ask(query: Query, options?: AskOptions): Promise<Answer> {
    const { answers } = this.#published.document;
    const key = this.#filtering?.queryKey(query);
    const baked = key === undefined ? answers[0] : answers.find((each) => JSON.stringify(each.query) === key);
    if (baked) return { ...baked, answeredBy: 'snapshot' };
    return (await this.#open()).ask(query, options);
  }

  prepare(): void {
    this.#open().catch(() => {});
  }

  #open(): Promise<Answers> {
    this.#near ??= this.#load().catch((thrown: unknown) => {
      this.#near = undefined;
      throw thrown;
    });
    return this.#near;
  }

  async #load(): Promise<Answers> {
    const [{ nearAnswers }, near] = await Promise.all([part(() => import('./near.ts')), nearText(this.#published)]);
    return nearAnswers(this.#published, near, this.#engine);
  }
}
