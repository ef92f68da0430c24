import {
  type Answer,
  type Blueprint,
  filteredQuery,
  firstSettings,
  type Locale,
  type Model,
  optionsOf,
  optionsQuery,
  type Rollup,
} from '@lantu/spec';
import type { NativeDuckDB } from './duckdb/native.ts';
import { glyphsOf } from './glyphs.ts';
import { type Near, nearOf, snapshotOf } from './near.ts';
import type { PublishedInput } from './published.ts';

/** Everything that was asked for one blueprint. */
export interface BakedWidget extends Omit<Near, 'answers'> {
  readonly input: PublishedInput;
  /** To the first question, to what the filters offer, and to states that no rollup covers; each once. */
  readonly answers: readonly Answer[];
}

/**
 * The answers and rollups of a blueprint.
 *
 * @throws {LantuError} where the blueprint asks what its data do not have, with what they have
 */
export async function bakeWidget(
  duckdb: NativeDuckDB,
  model: Model,
  blueprint: Blueprint,
  locales: readonly Locale[],
): Promise<BakedWidget> {
  const settings = firstSettings(blueprint);
  const answer = snapshotOf(await duckdb.answer(model, filteredQuery(blueprint, settings)));
  const controls = blueprint.filters ?? [];
  const offers: Answer[] = [];
  for (const index of controls.keys())
    offers.push(snapshotOf(await duckdb.answer(model, optionsQuery(blueprint, index))));
  const options = controls.map((control, index) => optionsOf(control, offers[index] as Answer));
  const near: Near =
    controls.length > 0
      ? await nearOf(duckdb, model, blueprint, options)
      : { answers: [], left: [], states: { rollup: 0, snapshot: 1, engine: 0 } };
  const answers = [...new Map([answer, ...offers, ...near.answers].map((each) => [each.key, each])).values()];
  const rollups: readonly Rollup[] = near.rollup ? [near.rollup] : [];
  const glyphs = Object.fromEntries(locales.map((locale) => [locale, glyphsOf(locale, blueprint, answers, rollups)]));
  return { ...near, answers, input: { blueprint, answer, settings, options, locales, glyphs } };
}
