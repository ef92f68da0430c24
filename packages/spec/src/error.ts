/** Every kind of failure that Lantu names. The first part is the room that noticed it. */
export const ERROR_CODES = [
  'spec/invalid',
  'spec/unknown-dataset',
  'spec/unknown-field',
  'spec/unknown-metric',
  'spec/unknown-origin',
  'spec/not-additive',
  'spec/unsupported',
  'catalog/missing',
  'catalog/invalid',
  'data/not-found',
  'data/interrupted',
  'data/truncated',
  'data/corrupt',
  'data/lacks-field',
  'engine/unavailable',
  'engine/crashed',
  'engine/query-failed',
  'engine/no-place',
  'chart/unsuited',
  'data/import',
  'data/disclosure',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorDetail {
  /** Where the fault is: a file, a path inside a document, a row and column, an element. */
  readonly where?: string;
  /** What was found there, shortened by {@link quoteValue} when long. */
  readonly received?: string;
  /** What would have been right: the allowed values, or the expected form. */
  readonly allowed?: string;
  /** The SQL that failed, when there was any. */
  readonly sql?: string;
  readonly cause?: unknown;
}

/**
 * The one error that Lantu's packages throw on purpose. Its message is a whole sentence that ends with what was received
 * and what is allowed; the parts stay readable on the object so that an element can set them out.
 */
export class LantuError extends Error {
  override readonly name = 'LantuError';
  readonly code: ErrorCode;
  readonly problem: string;
  readonly where: string | undefined;
  readonly received: string | undefined;
  readonly allowed: string | undefined;
  readonly sql: string | undefined;

  constructor(code: ErrorCode, problem: string, detail: ErrorDetail = {}) {
    const { where, received, allowed, sql, cause } = detail;
    const parts = [
      where === undefined ? problem : `${where}: ${problem}`,
      received === undefined ? '' : `received ${received}`,
      allowed === undefined ? '' : `allowed ${allowed}`,
    ];
    super(parts.filter(Boolean).join('; '), cause === undefined ? undefined : { cause });
    this.code = code;
    this.problem = problem;
    this.where = where;
    this.received = received;
    this.allowed = allowed;
    this.sql = sql;
  }
}

/** `value` as it would be written in JSON, cut to about `limit` characters: for the `received` part of an error. */
export function quoteValue(value: unknown, limit = 80): string {
  const text = JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? String(value);
  return text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length} characters)`;
}
