import {
  type AnswerOrigin,
  type CellProvenance,
  type Dataset,
  EXACTNESSES,
  LantuError,
  NATURES,
  OBSERVATION_STATUSES,
  type Origin,
  type Provenance,
  quoteValue,
} from '@lantu/spec';
import type { Expected, ResultColumns } from './expected.ts';
import type { ProvenancePart, RowPart } from './parts.ts';

const DATASET_PARTS = { nature: 'lantu:natures', status: 'lantu:statuses', origin: 'lantu:origins' } as const;

/**
 * What the answer as a whole rests on: the natures, statuses and origins of the rows its metrics are computed from, or the
 * dataset's where it does not record them by row; and the natures and origins of the parents it is grouped, filtered or
 * measured by. Areas are left out: who drew them up says nothing of the figures.
 */
export function answerProvenance({ model, resolved, parents, rowParts }: Expected, rows: ResultColumns): Provenance {
  const { dataset } = resolved;
  const own = (part: RowPart): string[] => {
    const index = rowParts.indexOf(part);
    return index < 0 ? [...dataset[DATASET_PARTS[part]]] : texts(rows[index] ?? []);
  };
  const inherited = parents.map((name) => model.dataset(name));
  const origins = [...originsInOrder(own('origin'), dataset), ...inherited.flatMap((each) => each['lantu:origins'])];
  return {
    origins: [...new Set(origins)].map((id) => answerOrigin(model.origin(id))),
    natures: listed(
      NATURES,
      [...own('nature'), ...inherited.flatMap((each) => each['lantu:natures'])],
      'nature',
      dataset,
    ),
    statuses: listed(OBSERVATION_STATUSES, own('status'), 'status', dataset),
    asOf: dataset['lantu:asOf'],
  };
}

/** What one number rests on. `value` gives its list of a part; undefined where the dataset does not record it by row. */
export function cellProvenance(
  { resolved: { dataset } }: Expected,
  value: (part: ProvenancePart) => unknown,
): CellProvenance {
  const own = (part: RowPart): string[] => {
    const list = value(part);
    return list === undefined ? [...dataset[DATASET_PARTS[part]]] : texts(iterable(list));
  };
  const [exactness] = listed(EXACTNESSES, texts(iterable(value('exactness'))), 'exactness', dataset);
  return {
    origins: originsInOrder(own('origin'), dataset),
    natures: listed(NATURES, own('nature'), 'nature', dataset),
    statuses: listed(OBSERVATION_STATUSES, own('status'), 'status', dataset),
    quotes: texts(iterable(value('quote'))),
    ...(exactness && { exactness }),
  };
}

function answerOrigin({ id, title, producer, citation, url, datePublished, licence }: Origin): AnswerOrigin {
  return {
    id,
    title,
    producer,
    citation,
    ...(url !== undefined && { url }),
    ...(datePublished !== undefined && { datePublished }),
    ...(licence !== undefined && { licence }),
  };
}

function originsInOrder(ids: readonly string[], dataset: Dataset): string[] {
  const place = (id: string) => {
    const index = dataset['lantu:origins'].indexOf(id);
    return index < 0 ? Number.POSITIVE_INFINITY : index;
  };
  return [...new Set(ids)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

function listed<T extends string>(known: readonly T[], found: readonly string[], what: string, dataset: Dataset): T[] {
  const stranger = found.find((each) => !known.some((one) => one === each));
  if (stranger === undefined) return known.filter((each) => found.includes(each));
  throw new LantuError('data/corrupt', `a row has a ${what} that is none`, {
    where: `dataset ${JSON.stringify(dataset.name)}`,
    received: quoteValue(stranger),
    allowed: known.join(', '),
  });
}

function texts(values: Iterable<unknown>): string[] {
  return [...values].filter((each) => typeof each === 'string');
}

function iterable(value: unknown): Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value ? (value as Iterable<unknown>) : [];
}
