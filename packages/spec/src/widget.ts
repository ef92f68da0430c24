import type { Answer } from './answer.ts';
import type { Blueprint } from './blueprint.ts';
import type { Catalog } from './dataset.ts';
import { LantuError, quoteValue } from './error.ts';
import type { Locale } from './localized.ts';
import type { Rollup } from './rollup.ts';

/** The format of {@link WidgetDocument} and {@link NearPlaces}: raised when an older reader could no longer read them. */
export const WIDGET_FORMAT = 1;

/** A published file. */
export interface FileRef {
  /** Its name in the version's folder. */
  readonly href: string;
  /** `sha384-…`, as in Subresource Integrity. */
  readonly integrity: string;
  readonly bytes: number;
}

/** A baked widget: all that its first view needs. What `<lantu-widget src>` names. */
export interface WidgetDocument {
  readonly lantu: typeof WIDGET_FORMAT;
  /** 16 hex digits that stand for everything that was published together. */
  readonly version: string;
  /** Where the version's other files lie, relative to this document: `./` in the frozen one, `./<version>/` in the live one. */
  readonly folder: string;
  readonly blueprint: Blueprint;
  /** To the blueprint's first question, to what its filters offer, and to settings of them that no rollup covers. */
  readonly answers: readonly Answer[];
  /** What answers other settings of the filters: {@link NearPlaces}, fetched when a reader first uses one. */
  readonly near?: FileRef;
  /** The address of the data's catalog, relative to this document; there where some setting needs the query engine. */
  readonly catalog?: string;
  /** The languages that pictures and pages were made in, and that texts are in besides Chinese. */
  readonly locales: readonly Locale[];
}

/** The near places of a widget with filters. */
export interface NearPlaces {
  readonly lantu: typeof WIDGET_FORMAT;
  /** As much of the data's catalog as the rollups speak of. */
  readonly catalog: Catalog;
  /** Small ones as they are, larger ones as Arrow files in the version's folder. */
  readonly rollups: readonly (Rollup | FileRef)[];
}

/** Whether a rollup travels in a file of its own. */
export function isFileRef(rollup: Rollup | FileRef): rollup is FileRef {
  return 'href' in rollup;
}

/**
 * `value` as a widget's document. Only its format and outline are looked at: it was made and hashed by the command that published it,
 * and the check of every part would weigh more than the widget.
 *
 * @throws {LantuError} `spec/invalid` where it is no such document, or one of a format that this version cannot read
 */
export function checkWidget(value: unknown, where: string): WidgetDocument {
  return checkFormat<WidgetDocument>(value, where, 'a widget', [
    'version',
    'folder',
    'blueprint',
    'answers',
    'locales',
  ]);
}

/** `value` as the near places of a widget; see {@link checkWidget}. @throws {LantuError} `spec/invalid` */
export function checkNear(value: unknown, where: string): NearPlaces {
  return checkFormat<NearPlaces>(value, where, 'the near places of a widget', ['catalog', 'rollups']);
}

function checkFormat<T>(value: unknown, where: string, what: string, keys: readonly (keyof T & string)[]): T {
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const allowed = `${what} as published by "lantu bake", of format ${WIDGET_FORMAT}`;
  if (typeof record['lantu'] === 'number' && record['lantu'] !== WIDGET_FORMAT) {
    throw new LantuError('spec/invalid', `${what} of another format than this version of Lantu reads`, {
      where,
      received: `format ${record['lantu']}`,
      allowed,
    });
  }
  if (record['lantu'] !== WIDGET_FORMAT || keys.some((key) => record[key] === undefined)) {
    throw new LantuError('spec/invalid', `this is not ${what}`, { where, received: quoteValue(value), allowed });
  }
  return value as T;
}
