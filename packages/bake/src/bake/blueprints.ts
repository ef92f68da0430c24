import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Blueprint, blueprintSchema, LantuError, parseAs, quoteValue } from '@lantu/spec';
import { readJsonFile } from '../cli/sources.ts';

/** A blueprint with the file that it was read from. */
export interface BlueprintFile {
  readonly file: string;
  readonly blueprint: Blueprint;
  /** `sha256:…` of what it says, however the file is laid out. */
  readonly hash: string;
}

/**
 * The files that `paths` name: each a file, a folder (all `.json` files in it, not those in folders below), or a pattern with `*` in
 * its last part. Each once, sorted.
 *
 * @throws {LantuError} `spec/invalid` for a path that names no file
 */
export function blueprintPaths(paths: readonly string[]): string[] {
  return [...new Set(paths.flatMap(filesAt))].sort();
}

/** The blueprint in a file. @throws {LantuError} `data/import` where it cannot be read; `spec/invalid` where it is none */
export function readBlueprint(file: string): BlueprintFile {
  const { $schema: _, ...blueprint } = parseAs(blueprintSchema, readJsonFile(file), basename(file));
  const hash = `sha256:${createHash('sha256').update(JSON.stringify(blueprint)).digest('hex')}`;
  return { file, blueprint, hash };
}

function filesAt(path: string): string[] {
  if (basename(path).includes('*')) return matching(path);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw nothingAt(path, 'no such file or folder');
  if (!found.isDirectory()) return [path];
  const files = readdirSync(path).filter((each) => each.endsWith('.json'));
  if (files.length === 0) throw nothingAt(path, 'the folder has no .json file');
  return files.map((each) => join(path, each));
}

function matching(pattern: string): string[] {
  const folder = dirname(pattern);
  const literal = (text: string) => text.replaceAll(/[$()+.?[\\\]^{|}]/g, '\\$&');
  const form = new RegExp(`^${basename(pattern).split('*').map(literal).join('.*')}$`);
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  const files = names.filter((each) => form.test(each)).map((each) => join(folder, each));
  if (files.length === 0) throw nothingAt(pattern, 'no file fits the pattern');
  return files;
}

function nothingAt(path: string, problem: string): LantuError {
  return new LantuError('spec/invalid', problem, {
    received: quoteValue(path),
    allowed: 'a blueprint (.json), a folder of them, or a pattern such as blueprints/income-*.json',
  });
}
