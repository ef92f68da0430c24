import { readFileSync } from 'node:fs';
import { LantuError } from '@lantu/spec';

/** The bytes of a file that the user names. @throws {LantuError} `data/import` */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new LantuError('data/import', 'the file cannot be read', {
      where: path,
      received: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}

/** The value of a JSON file, in UTF-8. @throws {LantuError} `data/import` */
export function readJsonFile(path: string): unknown {
  const bytes = readBytes(path);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new LantuError('data/import', 'the file is no JSON', { where: path, received: String(cause), cause });
  }
}
