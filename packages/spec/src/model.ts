import type { Catalog, Dataset, Dimension, Field, Origin, Unit } from './dataset.ts';
import { LantuError, quoteValue } from './error.ts';
import type { Metric } from './metric.ts';
import { allowedNames } from './nearest.ts';

/** One many-to-one step from a dataset to its parent. */
export interface Join {
  /** The field with the foreign key. */
  readonly field: string;
  /** The parent's name. */
  readonly dataset: string;
  /** The parent's field that the key refers to: unique there. */
  readonly key: string;
}

/** A field as seen from a dataset: its own, or a parent's at the end of a path of foreign keys. */
export interface ResolvedColumn {
  /** Equal for two columns exactly where they are the same, whatever names they were asked by. */
  readonly id: string;
  /** Empty for the dataset's own fields. */
  readonly path: readonly Join[];
  /** The dataset that the field belongs to. */
  readonly owner: Dataset;
  readonly field: Field;
  /** The shared dimension whose values the field holds. */
  readonly dimension?: Dimension;
}

/**
 * A catalog that can be asked by name. The catalog is taken to be right ({@link checkCatalog} says so); every name that is
 * asked for may be wrong, and an error then lists the right ones, the nearest first.
 */
export class Model {
  readonly catalog: Catalog;
  readonly #datasets: ReadonlyMap<string, Dataset>;
  readonly #metrics: ReadonlyMap<string, Metric>;
  readonly #dimensions: ReadonlyMap<string, Dimension>;
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #origins: ReadonlyMap<string, Origin>;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    this.#datasets = new Map(catalog.resources.map((each) => [each.name, each]));
    this.#metrics = new Map(catalog['lantu:metrics'].map((each) => [each.code, each]));
    this.#dimensions = new Map(catalog['lantu:dimensions'].map((each) => [each.name, each]));
    this.#units = new Map(catalog['lantu:units'].map((each) => [each.code, each]));
    this.#origins = new Map(catalog['lantu:origins'].map((each) => [each.id, each]));
  }

  /** @throws {LantuError} `spec/unknown-dataset` */
  dataset(name: string): Dataset {
    const dataset = this.#datasets.get(name);
    if (dataset) return dataset;
    throw new LantuError('spec/unknown-dataset', 'the catalog has no such dataset', {
      received: quoteValue(name),
      allowed: allowedNames(this.#datasets.keys(), name),
    });
  }

  /** The metrics of a dataset, in the catalog's order. */
  metricsOf(dataset: string): readonly Metric[] {
    return this.catalog['lantu:metrics'].filter((each) => each.dataset === dataset);
  }

  /** @throws {LantuError} `spec/unknown-metric`, also for a metric of another dataset than `dataset`, where one is named. */
  metric(code: string, dataset?: string): Metric {
    const metric = this.#metrics.get(code);
    if (metric && (dataset === undefined || metric.dataset === dataset)) return metric;
    const known = dataset === undefined ? this.catalog['lantu:metrics'] : this.metricsOf(dataset);
    const problem = metric
      ? `the metric is one of the dataset ${JSON.stringify(metric.dataset)}, not of ${JSON.stringify(dataset)}`
      : 'the catalog has no such metric';
    throw new LantuError('spec/unknown-metric', problem, {
      received: quoteValue(code),
      allowed: allowedNames(
        known.map((each) => each.code),
        code,
      ),
    });
  }

  /** The shared dimension of that name; undefined where there is none. */
  dimension(name: string): Dimension | undefined {
    return this.#dimensions.get(name);
  }

  /** @throws {LantuError} `catalog/invalid` */
  unit(code: string): Unit {
    const unit = this.#units.get(code);
    if (unit) return unit;
    throw new LantuError('catalog/invalid', 'the catalog has no such unit', {
      received: quoteValue(code),
      allowed: allowedNames(this.#units.keys(), code),
    });
  }

  /** @throws {LantuError} `spec/unknown-origin` */
  origin(id: string): Origin {
    const origin = this.#origins.get(id);
    if (origin) return origin;
    throw new LantuError('spec/unknown-origin', 'the catalog has no such origin', {
      received: quoteValue(id),
      allowed: allowedNames(this.#origins.keys(), id),
    });
  }

  /**
   * The column that `name` means in `dataset`: its field; else the field that holds the shared dimension of that name; else
   * `key.name`, what `name` means in the parent that the foreign key `key` leads to; else the shared dimension in the nearest
   * parent that has it.
   *
   * @throws {LantuError} `spec/unknown-dataset`; `spec/unknown-field` also where several parents, equally near, have the dimension.
   */
  column(dataset: string, name: string): ResolvedColumn {
    const owner = this.dataset(dataset);
    const columns = this.#find(owner, name);
    if (columns.length === 1 && columns[0]) return columns[0];
    const several = columns.length > 1;
    throw new LantuError(
      'spec/unknown-field',
      several ? 'several parents have this dimension; say which' : 'the dataset has no such field or dimension',
      {
        where: `dataset ${JSON.stringify(dataset)}`,
        received: quoteValue(name),
        allowed: allowedNames(several ? columns.map(pathName) : this.#namesIn(owner), name),
      },
    );
  }

  #find(owner: Dataset, name: string): ResolvedColumn[] {
    const field =
      owner.schema.fields.find((each) => each.name === name) ??
      (this.#dimensions.has(name) ? fieldHolding(owner, name) : undefined);
    if (field) return [this.#columnOf(owner, field)];
    for (const { join, parent } of this.#parentsOf(owner)) {
      if (!name.startsWith(`${join.field}.`)) continue;
      const columns = this.#find(parent, name.slice(join.field.length + 1));
      if (columns.length > 0) return columns.map((each) => behind(join, each));
    }
    return this.#dimensions.has(name) ? this.#inNearestParents(owner, name, [owner.name]) : [];
  }

  #inNearestParents(owner: Dataset, dimension: string, passed: readonly string[]): ResolvedColumn[] {
    const found = this.#parentsOf(owner)
      .filter(({ parent }) => !passed.includes(parent.name))
      .flatMap(({ join, parent }) => {
        const field = fieldHolding(parent, dimension);
        const columns = field
          ? [this.#columnOf(parent, field)]
          : this.#inNearestParents(parent, dimension, [...passed, parent.name]);
        return columns.map((each) => behind(join, each));
      });
    const nearest = Math.min(...found.map((each) => each.path.length));
    return found.filter((each) => each.path.length === nearest);
  }

  #parentsOf(owner: Dataset): { join: Join; parent: Dataset }[] {
    return (owner.schema.foreignKeys ?? []).map(({ fields, reference }) => ({
      join: { field: fields, dataset: reference.resource, key: reference.fields },
      parent: this.dataset(reference.resource),
    }));
  }

  #columnOf(owner: Dataset, field: Field): ResolvedColumn {
    const dimension = field['lantu:dimension'] === undefined ? undefined : this.dimension(field['lantu:dimension']);
    return { id: JSON.stringify([field.name]), path: [], owner, field, ...(dimension && { dimension }) };
  }

  #namesIn(owner: Dataset): string[] {
    const own = owner.schema.fields.map((each) => each.name);
    const shared = [...this.#dimensions.keys()].filter((each) => this.#find(owner, each).length === 1);
    const inherited = this.#parentsOf(owner).flatMap(({ join, parent }) =>
      parent.schema.fields.map((each) => `${join.field}.${each.name}`),
    );
    return [...own, ...shared, ...inherited];
  }
}

function fieldHolding(dataset: Dataset, dimension: string): Field | undefined {
  return dataset.schema.fields.find((each) => each['lantu:dimension'] === dimension);
}

function behind(join: Join, column: ResolvedColumn): ResolvedColumn {
  const path = [join, ...column.path];
  return { ...column, path, id: JSON.stringify([...path.map((each) => each.field), column.field.name]) };
}

function pathName({ path, field }: ResolvedColumn): string {
  return [...path.map((each) => each.field), field.name].join('.');
}
