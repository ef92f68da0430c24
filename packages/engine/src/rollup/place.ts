import type { Model, Query, Rollup } from '@lantu/spec';
import { resolveCanonical } from '@lantu/spec';
import type { AnswerPlace } from '../place.ts';
import { isCurrent } from '../vintage.ts';
import { type Cover, coverOf } from './cover.ts';
import { regrouped } from './regroup.ts';
import { RollupTable } from './table.ts';

/** The place `rollup`, with a way to give it more. */
export interface RollupPlace extends AnswerPlace {
  /**
   * Adds a rollup, such as one that an engine has just filled.
   *
   * @throws {LantuError} `data/corrupt` where its columns do not fit each other
   */
  add(rollup: Rollup): void;
}

/**
 * The place `rollup`: answers what one of its rollups covers, from the smallest that does. Rollups of other files than those in the
 * catalog are not used.
 *
 * @throws {LantuError} `data/corrupt` where a rollup's columns do not fit each other
 */
export function rollupPlace(model: Model, rollups: readonly Rollup[]): RollupPlace {
  const tables: RollupTable[] = [];
  const found = new WeakMap<Query, Cover | string>();
  const add = (rollup: Rollup) => {
    tables.push(new RollupTable(model, rollup));
    tables.sort((a, b) => a.rows - b.rows);
  };
  const find = (query: Query): Cover | string => {
    const resolved = resolveCanonical(model, query);
    const reasons: string[] = [];
    for (const table of tables) {
      const cover = isCurrent(table.rollup.vintage, model.catalog)
        ? coverOf(resolved, table)
        : 'it was made of files that have since changed';
      if (typeof cover !== 'string') return cover;
      reasons.push(`of the rollup with ${table.rows} rows, ${cover}`);
    }
    return reasons.length > 0 ? reasons.join('; ') : 'there are no rollups';
  };
  for (const each of rollups) add(each);
  return {
    place: 'rollup',
    add,
    canAnswer({ query }) {
      const cover = find(query);
      found.set(query, cover);
      return typeof cover === 'string' ? cover : true;
    },
    async answer({ query }) {
      const cover = found.get(query) ?? find(query);
      if (typeof cover === 'string') throw new RangeError(`asked for an answer that no rollup covers: ${cover}`);
      return regrouped(model, cover);
    },
  };
}
