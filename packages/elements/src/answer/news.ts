import type { Answer } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import type { Aside } from '../aside/aside.ts';
import type { AnswerState } from './controller.ts';

/** What the live region of an element says to who cannot see that its answer changes. */
export class News {
  words = '';
  #shown: Answer | undefined;
  #seen: AnswerState['status'] | undefined;
  /** The steps towards the next answer that were said. */
  readonly #steps = new Set<string>();

  /**
   * Takes in the state that is about to be drawn: a new answer in place of another, and the steps towards it. What was said before is
   * over once the next answer is asked. Steps are said by `aside`, once it is there.
   *
   * @returns whether the state has another answer than the one that was shown
   */
  follow(state: AnswerState, format: Formatter, aside: Aside | undefined): boolean {
    if (state.status === 'pending' && this.#seen !== 'pending') {
      this.words = '';
      this.#steps.clear();
    }
    this.#seen = state.status;
    if (state.status === 'pending' && aside && state.answered && state.progress.length > 0) {
      this.words = aside.nextStep(state.progress, format, this.#steps) ?? this.words;
    }
    const answer = state.answered?.answer;
    const isAnother = this.#shown !== undefined && answer !== this.#shown;
    if (isAnother) this.words = format.text('updated');
    this.#shown = answer;
    return isAnother;
  }
}
