import * as v from 'valibot';
import { type ErrorCode, LantuError, quoteValue } from './error.ts';

/**
 * `value`, known to fit `schema`.
 *
 * @param what names the document in messages: a file name, "the query", "the blueprint income".
 * @throws {LantuError} `code` (default `spec/invalid`) naming the first misfit by its path, what was received and what is
 * allowed there; the message counts the others and `cause` holds all of them (valibot's issues).
 */
export function parseAs<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  what: string,
  code: ErrorCode = 'spec/invalid',
): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = deepest(result.issues[0]);
  const others = result.issues.length - 1;
  const path = v.getDotPath(issue);
  throw new LantuError(code, `${describe(issue)}${others > 0 ? ` (and ${others} more)` : ''}`, {
    where: path ? `${what}, at ${path}` : what,
    received: quoteValue(issue.input),
    ...(issue.expected ? { allowed: issue.expected } : {}),
    cause: result.issues,
  });
}

/** A union's own issue says only that no member fitted; the issue of the member that got furthest says why. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  let best = issue;
  for (const inner of issue.issues ?? []) {
    const candidate = deepest(inner);
    if ((candidate.path?.length ?? 0) > (best.path?.length ?? 0)) best = candidate;
  }
  return best;
}

function describe(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'schema' && issue.expected === 'never') return 'an unknown key';
  if (issue.kind === 'schema' && issue.received === 'undefined') return 'a required value is missing';
  return issue.kind === 'schema' ? 'a value of the wrong kind' : issue.message;
}
