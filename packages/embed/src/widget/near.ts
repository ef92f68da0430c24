import type { Answers } from '@lantu/elements/answer';
import { type AnswerPlace, Resolver } from '@lantu/engine';
import { rollupPlace } from '@lantu/engine/rollup';
import { snapshotPlace } from '@lantu/engine/snapshot';
import { checkNear, type FileRef, isFileRef, Model, type Rollup } from '@lantu/spec';
import { jsonOf, type Published } from './document.ts';
import type { Engine } from './engine.ts';
import { fetchFile } from './fetch-file.ts';
import type { NearText } from './near-text.ts';
import { part } from './part.ts';

/**
 * What answers what the document itself does not: its rollups, then the query engine over its catalog, where there is one and `engine`
 * allows it.
 *
 * @throws {LantuError} `spec/invalid`, `data/not-found`, `data/interrupted` or `data/corrupt` where the near places are not as published
 */
export async function nearAnswers(
  { document, url }: Published,
  near: NearText | undefined,
  engine: Engine,
): Promise<Answers> {
  const places = [snapshotPlace(document.answers)];
  if (near) places.push(await nearPlace(near));
  places.push(enginePlace(document.catalog && new URL(document.catalog, url).href, engine));
  return new Resolver(places);
}

const shared = new Map<string, Promise<AnswerPlace>>();

/** The rollups at one address, unpacked once for all widgets of the page. */
function nearPlace(near: NearText): Promise<AnswerPlace> {
  const known = shared.get(near.url);
  if (known) return known;
  const opening = openNear(near);
  shared.set(near.url, opening);
  opening.catch(() => shared.delete(near.url));
  return opening;
}

async function openNear({ url, text }: NearText): Promise<AnswerPlace> {
  const { catalog, rollups } = checkNear(jsonOf(text, url), url);
  const tables = rollups.map((each) => (isFileRef(each) ? fetchRollup(each, url) : each));
  return rollupPlace(new Model(catalog), await Promise.all(tables));
}

async function fetchRollup({ href, integrity }: FileRef, base: string): Promise<Rollup> {
  const [{ rollupFromArrow }, response] = await Promise.all([
    part(() => import('@lantu/engine/rollup-arrow')),
    fetchFile(new URL(href, base).href, integrity),
  ]);
  return rollupFromArrow(new Uint8Array(await response.arrayBuffer()));
}

/** The query engine, one for the page, which is fetched with the first question that comes this far. */
function enginePlace(catalogUrl: string | undefined, engine: Engine): AnswerPlace {
  return {
    place: 'duckdb-wasm',
    canAnswer: () => {
      if (engine === 'never') return 'this widget is told never to load it (engine="never")';
      return catalogUrl !== undefined || 'the widget was published without the address of its data';
    },
    answer: async ({ query }, context) => {
      const { connect } = await part(() => import('@lantu/elements/connection'));
      context.signal.throwIfAborted();
      return (await connect(String(catalogUrl))).ask(query, context);
    },
  };
}
