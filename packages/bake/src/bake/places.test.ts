import { readdirSync } from 'node:fs';
import { type AnswerPlace, Resolver } from '@lantu/engine';
import { rollupPlace } from '@lantu/engine/rollup';
import { rollupFromArrow } from '@lantu/engine/rollup-arrow';
import { snapshotPlace } from '@lantu/engine/snapshot';
import {
  canonicalQuery,
  checkNear,
  checkWidget,
  filteredQuery,
  isFileRef,
  Model,
  optionsOf,
  optionsQuery,
  type Query,
  queryKey,
  type WidgetDocument,
} from '@lantu/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference } from '../../test/same.ts';
import { WasmDuckDB } from '../../test/wasm.ts';
import { openPackage, type PackageFolder } from '../package/read.ts';
import { type MadeWidget, makeWidgets } from './bake.ts';
import { NativeDuckDB } from './duckdb/native.ts';
import { statesOf } from './states.ts';

const BLUEPRINTS = 'apps/portal/public/blueprints';
const DATA = 'data/dist';

/** Of a widget with more states than this, every so-many-th is compared, the first of each kind always. */
const STATES = 300;
/** States of a widget that DuckDB-WASM is asked, too. */
const WASM_STATES = 4;

const ids = readdirSync(BLUEPRINTS).map((each) => each.replace('.json', ''));
const context = { signal: new AbortController().signal, onProgress: () => {} };

let widgets: ReadonlyMap<string, MadeWidget>;
let from: PackageFolder;
let model: Model;
let native: NativeDuckDB;
let wasm: WasmDuckDB;

beforeAll(async () => {
  from = openPackage(DATA);
  model = new Model(from.catalog);
  native = await NativeDuckDB.open(from);
  wasm = await WasmDuckDB.open(from);
  const nothing = { picturesOf: async () => new Map(), pagesOf: () => new Map() };
  const made = await makeWidgets({ blueprints: [BLUEPRINTS], data: DATA }, nothing);
  expect(made.problems).toEqual([]);
  widgets = new Map(made.widgets.map((each) => [each.entry.id, each]));
}, 120_000);

afterAll(() => native.close());

describe.each(ids)('%s', (id) => {
  it('is answered alike by what was published and by native DuckDB, in every state of its filters', async () => {
    const { document, places } = published(id);
    const { queries, isAll } = statesToCompare(document);
    const counts = { snapshot: 0, rollup: 0, none: 0 };
    for (const query of queries) {
      const expected = await native.answer(model, query);
      const answers = await answersOf(places, query);
      if (answers.length === 0) counts.none += 1;
      for (const answer of answers) {
        expect(difference(expected, answer), `${answer.answeredBy}, ${queryKey(answer.query)}`).toBeUndefined();
        counts[answer.answeredBy as 'snapshot' | 'rollup'] += 1;
      }
    }
    const { rollup = 0, engine = 0 } = widgets.get(id)?.entry.states ?? {};
    expect(counts.snapshot).toBeGreaterThan(0);
    expect(counts.rollup > 0, 'answered by a rollup').toBe(rollup > 0);
    expect(isAll ? counts.none : counts.none > 0, 'left to the engine').toBe(isAll ? engine : engine > 0);
  }, 60_000);

  it('is answered alike by native DuckDB and DuckDB-WASM', async () => {
    const { queries } = statesToCompare(published(id).document);
    const step = Math.ceil(queries.length / WASM_STATES);
    for (const query of queries.filter((_, index) => index % step === 0)) {
      expect(difference(await native.answer(model, query), wasm.answer(model, query)), queryKey(query)).toBeUndefined();
    }
  }, 60_000);

  it('offers what the data have', async () => {
    const { document } = published(id);
    const { blueprint } = document;
    for (const [index, control] of (blueprint.filters ?? []).entries()) {
      const key = queryKey(optionsQuery(blueprint, index));
      const offer = document.answers.find((each) => queryKey(each.query) === key);
      if (!offer) throw new Error(`no answer to what filter ${index} offers`);
      const whole = await native.answer(model, optionsQuery(blueprint, index, true));
      expect(optionsOf(control, offer)).toEqual(optionsOf(control, whole));
    }
    expect(document.blueprint.id).toBe(id);
  });
});

function published(id: string): { readonly document: WidgetDocument; readonly places: readonly AnswerPlace[] } {
  const files = widgets.get(id)?.files.frozen ?? new Map<string, Uint8Array>();
  const parsed = (name: string): unknown => JSON.parse(new TextDecoder().decode(files.get(name)));
  const document = checkWidget(parsed('widget.json'), 'widget.json');
  if (!document.near) return { document, places: [snapshotPlace(document.answers)] };
  const near = checkNear(parsed(document.near.href), document.near.href);
  const rollups = near.rollups.map((each) =>
    isFileRef(each) ? rollupFromArrow(files.get(each.href) as Uint8Array) : each,
  );
  return { document, places: [snapshotPlace(document.answers), rollupPlace(new Model(near.catalog), rollups)] };
}

function statesToCompare({ blueprint, answers }: WidgetDocument): {
  readonly queries: Query[];
  readonly isAll: boolean;
} {
  const options = (blueprint.filters ?? []).map((control, index) => {
    const offer = answers.find((each) => queryKey(each.query) === queryKey(optionsQuery(blueprint, index)));
    return offer ? optionsOf(control, offer) : [];
  });
  const groups = statesOf(blueprint, options);
  const step = Math.ceil(groups.reduce((sum, each) => sum + each.count, 0) / STATES);
  const settings = groups.flatMap((each) => [...each.all()].filter((_, index) => index % step === 0));
  return { queries: settings.map((each) => canonicalQuery(filteredQuery(blueprint, each))), isAll: step === 1 };
}

/** The answers of all places that have one. */
async function answersOf(places: readonly AnswerPlace[], query: Query) {
  const question = { query, key: queryKey(query) };
  const answers = [];
  for (const each of places) {
    if ((await each.canAnswer(question)) === true) answers.push(await new Resolver([each]).ask(query, context));
  }
  return answers;
}
