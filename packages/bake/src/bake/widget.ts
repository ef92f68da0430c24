import {
  type Answer,
  type Blueprint,
  canonicalQuery,
  columnOf,
  type DimensionColumn,
  type FilterControl,
  filteredQuery,
  firstSettings,
  LantuError,
  type Locale,
  type Model,
  OPTION,
  type Option,
  optionsOf,
  optionsQuery,
  queryKey,
  quoteValue,
  type Rollup,
} from '@lantu/spec';
import type { NativeDuckDB } from './duckdb/native.ts';
import { glyphsOf } from './glyphs.ts';
import { inLanguages } from './languages.ts';
import { type Near, nearOf, snapshotOf } from './near.ts';
import type { PublishedInput } from './published.ts';

/** What a filter may offer at most: it travels with the first view. */
const MOST_OPTIONS = 3000;

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
  for (const index of controls.keys()) offers.push(await offerOf(duckdb, model, blueprint, index));
  const options = controls.map((control, index) => optionsOf(control, offers[index] as Answer));
  for (const [index, control] of controls.entries()) checkOptions(control, options[index] ?? []);
  const near: Near =
    controls.length > 0
      ? await nearOf(duckdb, model, blueprint, options, answer)
      : { answers: [], left: [], states: { rollup: 0, snapshot: 1, engine: 0 } };
  const all = [...new Map([answer, ...offers, ...near.answers].map((each) => [queryKey(each.query), each])).values()];
  const baked = inLanguages({ near, answers: all, input: { blueprint, answer } }, locales);
  const { answers, input } = baked;
  const rollups: readonly Rollup[] = baked.near.rollup ? [baked.near.rollup] : [];
  const glyphs = Object.fromEntries(
    locales.map((locale) => [locale, glyphsOf(locale, input.blueprint, answers, rollups)]),
  );
  return { ...baked.near, answers, input: { ...input, answers, settings, locales, glyphs } };
}

/** What a filter offers: the options alone, each once, for its figures are nobody's question. */
async function offerOf(duckdb: NativeDuckDB, model: Model, blueprint: Blueprint, index: number): Promise<Answer> {
  const query = canonicalQuery(optionsQuery(blueprint, index));
  const answer = await duckdb.answer(model, query).catch((error: unknown) => {
    if (!(error instanceof LantuError) || error.code !== 'spec/not-additive') throw error;
    return duckdb.answer(model, optionsQuery(blueprint, index, true));
  });
  const { cells: _, ...rest } = snapshotOf(answer);
  const column = columnOf(answer, OPTION) as DimensionColumn;
  const values = [...new Set(column.values)];
  return { ...rest, query, columns: [{ ...column, values }], rowCount: values.length };
}

/**
 * @throws {LantuError} `spec/unsupported` for a filter that offers more than anyone can choose from; `spec/invalid` for a choice that
 * begins at a value which the data do not have
 */
function checkOptions(control: FilterControl, options: readonly Option[]): void {
  const where = `filter on ${quoteValue(control.field)}`;
  if (options.length > MOST_OPTIONS) {
    throw new LantuError('spec/unsupported', 'the filter offers more values than travel with a widget', {
      where,
      received: `${options.length} values`,
      allowed: `${MOST_OPTIONS}: a coarser grain, or a list of "values"`,
    });
  }
  if (control.type !== 'choice' || control.value === undefined) return;
  if (options.some((each) => each.value === control.value)) return;
  throw new LantuError('spec/invalid', 'the filter begins at a value that the data do not have', {
    where,
    received: quoteValue(control.value),
    allowed: options.map((each) => quoteValue(each.value)).join(', '),
  });
}
