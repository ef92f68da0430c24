import { type Answer, type Catalog, queryKey } from '@lantu/spec';
import type { AnswerPlace } from '../place.ts';
import { isCurrent } from '../vintage.ts';

/**
 * The place `snapshot`: gives answers that were computed when a widget was published, by their keys. With a catalog, only those that
 * were read from the files it names; without one, all: they are what was published, and their `vintage` says of which data.
 */
export function snapshotPlace(answers: readonly Answer[], catalog?: Catalog): AnswerPlace {
  const byKey = new Map(answers.map((each) => [queryKey(each.query), each]));
  return {
    place: 'snapshot',
    canAnswer({ key }) {
      const answer = byKey.get(key);
      if (!answer) return 'it was not among the questions asked when the snapshot was made';
      if (!catalog || isCurrent(answer.vintage, catalog)) return true;
      return 'it was made of files that have since changed';
    },
    async answer({ key }) {
      const answer = byKey.get(key);
      if (!answer) throw new RangeError(`asked for an answer that is not in the snapshot: ${key}`);
      return { ...answer, answeredBy: 'snapshot' };
    },
  };
}
