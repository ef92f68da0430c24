import { type Answer, type Blueprint, LantuError, optionsQuery, type Query } from '@lantu/spec';
import { asLantuError } from '../answer/as-lantu-error.ts';

/** What a filter offers, so far as it is known: the answer to its question, or why there is none. */
export interface FilterOptions {
  readonly answer?: Answer;
  readonly error?: LantuError;
}

/**
 * Asks what each filter of `blueprint` offers. A metric that does not add up over the groups of the blueprint's query cannot be asked
 * without them: the question is then asked by all of them.
 */
export function askOptions(
  blueprint: Blueprint,
  ask: (query: Query) => Promise<Answer>,
  know: (index: number, options: FilterOptions) => void,
): void {
  for (const index of (blueprint.filters ?? []).keys()) {
    ask(optionsQuery(blueprint, index))
      .catch((thrown: unknown) => {
        if (thrown instanceof LantuError && thrown.code === 'spec/not-additive') {
          return ask(optionsQuery(blueprint, index, true));
        }
        throw thrown;
      })
      .then(
        (answer) => know(index, { answer }),
        (thrown: unknown) => know(index, { error: asLantuError(thrown, 'engine/query-failed') }),
      );
  }
}
