import { type Answer, type Model, type Query, resolveQuery } from '@lantu/spec';
import { answerFrom } from '../answer/answer.ts';
import type { AnsweredBy, ResultColumns } from '../answer/expected.ts';
import { mainStatement, provenanceStatement } from './statements.ts';

/** What is to be run to answer a query. */
export interface Plan {
  /** In canonical form. */
  readonly query: Query;
  /** The datasets to be loaded, each as a table of its own name: the query's own first, then parents and areas. */
  readonly tables: readonly string[];
  /** To be run in this order; each gives one result. */
  readonly statements: readonly string[];
  /** The statements as one text for readers. */
  readonly sql: string;
  /**
   * The answer, from the results of the statements, each as its columns in order. A value is a string, number, bigint, boolean
   * or null; where a query asks for the provenance of cells, also an iterable of strings.
   *
   * @throws {LantuError} `engine/query-failed` where a result is not of the form that its statement gives, or holds a number that
   * cannot be told exactly; `data/corrupt` for a nature or status that is none; `spec/unknown-origin`.
   */
  toAnswer(results: readonly ResultColumns[], by: AnsweredBy): Answer;
}

/**
 * The plan of `query`: SQL (DuckDB's) over the star of its dataset, the dataset's parents and the areas.
 *
 * @throws {LantuError} as {@link resolveQuery}.
 */
export function planQuery(model: Model, query: Query): Plan {
  const resolved = resolveQuery(model, query);
  const main = mainStatement(model, resolved);
  const rows = provenanceStatement(model, resolved);
  const statements = rows ? [main.sql, rows.sql] : [main.sql];
  const sql = statements.map((each) => `${each};`).join('\n\n');
  return {
    query: resolved.query,
    tables: [...new Set([...main.tables, ...(rows?.tables ?? [])])],
    statements,
    sql,
    toAnswer: (results, by) =>
      answerFrom(results, by, {
        model,
        resolved,
        layout: main.layout,
        parents: main.parents,
        rowParts: rows?.parts ?? [],
        sql,
      }),
  };
}
