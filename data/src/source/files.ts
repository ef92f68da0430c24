import { readFileSync } from 'node:fs';
import { parseCsv, type Row } from '@lantu/bake';
import { LantuError } from '@lantu/spec';

const SOURCES = new URL('../../sources/', import.meta.url);

/**
 * The text of a file under `sources/`.
 *
 * @throws {LantuError} `data/import` where it is not UTF-8; Node's error where it cannot be read.
 */
export function readSource(file: string): string {
  return decodeUtf8(readFileSync(new URL(file, SOURCES)), file);
}

/** The rows of a CSV file under `sources/`; see {@link parseCsv}. */
export function readCsv<const Column extends string>(file: string, columns: readonly Column[]): Row<Column>[] {
  return parseCsv(readSource(file), file, columns);
}

/** @throws {LantuError} `data/import` where `bytes` are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new LantuError('data/import', 'the file is not UTF-8', { where: file, allowed: 'UTF-8', cause });
  }
}
