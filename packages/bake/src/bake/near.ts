import { coverOf, RollupTable, rollupFrom, rollupQuery } from '@lantu/engine/rollup';
import {
  type Answer,
  type Blueprint,
  type FilterSettings,
  filteredQuery,
  LantuError,
  Model,
  type Option,
  queryKey,
  type Rollup,
  resolveQuery,
} from '@lantu/spec';
import type { NativeDuckDB } from './duckdb/native.ts';
import { excerptOf } from './excerpt.ts';
import { rollupFor } from './rollup-for.ts';
import { type States, statesOf } from './states.ts';

/**
 * What is published at most, so that a reader who sets a filter waits less than for the engine: of a rollup, rows; of answers that no
 * rollup gives and that therefore travel with the widget's first view, how many and how large as JSON.
 */
export const LIMITS = { rollupRows: 250_000, answers: 40, answerBytes: 64 * 1024 };
type Limits = Readonly<typeof LIMITS>;

/** Settings of filters that only an engine can answer, and why. */
export interface Left {
  readonly filters: string;
  readonly states: number;
  readonly reason: string;
}

/** What answers a blueprint when its filters are set. */
export interface Near {
  readonly rollup?: Rollup;
  readonly answers: readonly Answer[];
  readonly left: readonly Left[];
  /** How many states each answers; a state of both counts as the rollup's. */
  readonly states: { readonly rollup: number; readonly snapshot: number; readonly engine: number };
}

/**
 * The near places of a blueprint: a rollup, where one covers any state of its filters, and answers to the states that it does not
 * cover, where these are few.
 *
 * @param first the answer to the blueprint's first question, which is published in any case
 * @throws {LantuError} as {@link NativeDuckDB.answer} does; `spec/not-additive` for a state that the metrics have no answer to
 */
export async function nearOf(
  duckdb: NativeDuckDB,
  model: Model,
  blueprint: Blueprint,
  options: readonly (readonly Option[])[],
  first: Answer,
  limits: Limits = LIMITS,
): Promise<Near> {
  const groups = statesOf(blueprint, options);
  for (const each of groups) checkState(model, blueprint, each);
  const made = await rollupOf(duckdb, model, blueprint, limits);
  const cover = typeof made === 'string' ? () => made : covering(model, blueprint, made);
  const uncovered = groups.flatMap((states) => {
    const reason = cover(states);
    return reason === undefined ? [] : [{ states, reason }];
  });
  const covered = sum(groups) - sum(uncovered.map((each) => each.states));
  const answers = await enumerate(
    duckdb,
    model,
    blueprint,
    uncovered.map((each) => each.states),
    limits,
  );
  const left =
    typeof answers === 'string'
      ? uncovered.flatMap(({ states, reason }): Left[] => {
          const open = [...states.all()].filter((each) => keyOf(blueprint, each) !== queryKey(first.query)).length;
          return open > 0 ? [{ filters: states.words, states: open, reason: `${reason}; and ${answers}` }] : [];
        })
      : [];
  const engine = left.reduce((total, each) => total + each.states, 0);
  return {
    ...(typeof made !== 'string' && covered > 0 && { rollup: made }),
    answers: typeof answers === 'string' ? [] : answers,
    left,
    states: { rollup: covered, snapshot: sum(groups) - covered - engine, engine },
  };
}

/** The rollup that a blueprint with filters asks for; or why it is not made. */
async function rollupOf(
  duckdb: NativeDuckDB,
  model: Model,
  blueprint: Blueprint,
  { rollupRows }: Limits,
): Promise<Rollup | string> {
  const request = rollupQuery(model, rollupFor(model, blueprint));
  const rows = await duckdb.countRows(request.model, request.ask);
  if (rows > rollupRows) return `its rollup would have ${rows} rows, more than ${rollupRows}`;
  return rollupFrom(request, await duckdb.answer(request.model, request.ask));
}

/** Asked as a page asks: with the part of the catalog that is published beside the rollup. */
function covering(model: Model, blueprint: Blueprint, rollup: Rollup): (states: States) => string | undefined {
  const published = new Model(excerptOf(model.catalog, [rollup]));
  const table = new RollupTable(published, rollup);
  return ({ sample }) => {
    const cover = coverOf(resolveQuery(published, filteredQuery(blueprint, sample)), table);
    return typeof cover === 'string' ? `of the rollup, ${cover}` : undefined;
  };
}

/** The answers to all of `groups`; or why they are not published. */
async function enumerate(
  duckdb: NativeDuckDB,
  model: Model,
  blueprint: Blueprint,
  groups: readonly States[],
  limits: Limits,
): Promise<readonly Answer[] | string> {
  const count = sum(groups);
  if (count > limits.answers)
    return `they are ${count} states, more than the ${limits.answers} answers that a widget carries`;
  const answers = new Map<string, Answer>();
  for (const states of groups) {
    for (const settings of states.all()) {
      const answer = snapshotOf(await duckdb.answer(model, filteredQuery(blueprint, settings)));
      answers.set(queryKey(answer.query), answer);
    }
  }
  const bytes = Buffer.byteLength(JSON.stringify([...answers.values()]));
  if (bytes > limits.answerBytes)
    return `their answers take ${bytes} bytes, more than the ${limits.answerBytes} that a widget carries`;
  return [...answers.values()];
}

/** An answer as it is published: who asked it of what is no longer of interest. */
export function snapshotOf({ sql: _, ...answer }: Answer): Answer {
  return { ...answer, answeredBy: 'snapshot' };
}

function checkState(model: Model, blueprint: Blueprint, { sample, words }: States): void {
  try {
    resolveQuery(model, filteredQuery(blueprint, sample));
  } catch (error) {
    if (!(error instanceof LantuError)) throw error;
    throw new LantuError(error.code, `with its filters at ${words}: ${error.problem}`, {
      ...(error.where !== undefined && { where: error.where }),
      ...(error.received !== undefined && { received: error.received }),
      ...(error.allowed !== undefined && { allowed: error.allowed }),
      cause: error,
    });
  }
}

function sum(groups: readonly States[]): number {
  return groups.reduce((total, each) => total + each.count, 0);
}

function keyOf(blueprint: Blueprint, settings: FilterSettings): string {
  return queryKey(filteredQuery(blueprint, settings));
}
