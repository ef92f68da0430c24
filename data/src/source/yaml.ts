import { LantuError, quoteValue } from '@lantu/spec';
import { parse } from 'yaml';
import { readSource } from './files.ts';

/** The entries of a YAML list under `sources/`, unchecked. @throws {LantuError} `data/import` where it is no YAML list. */
export function readYamlList(file: string): readonly unknown[] {
  let value: unknown;
  try {
    value = parse(readSource(file));
  } catch (cause) {
    throw new LantuError('data/import', 'the file is no YAML', { where: file, received: String(cause), cause });
  }
  if (Array.isArray(value)) return value;
  throw new LantuError('data/import', 'the file is no list', {
    where: file,
    received: quoteValue(value),
    allowed: 'a YAML list',
  });
}
