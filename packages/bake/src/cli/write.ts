import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { PackageFiles } from '../package/package.ts';
import { UsageError } from './io.ts';

/** @throws {UsageError} where `path` exists and may not be replaced */
export function refuseExisting(path: string, isForced: boolean): void {
  if (isForced || !existsSync(path)) return;
  throw new UsageError(`${path} exists already; choose another, or pass --force to replace it`);
}

/**
 * Writes the files of a package as the folder `target`: first all of them into a folder beside it, then one rename. What was there
 * before is put back when that fails.
 */
export function writeFolder(target: string, files: PackageFiles): void {
  const parent = dirname(resolve(target));
  mkdirSync(parent, { recursive: true });
  const fresh = mkdtempSync(join(parent, `.${basename(target)}-`));
  const former = `${fresh}-former`;
  try {
    for (const [name, bytes] of files) {
      mkdirSync(dirname(join(fresh, name)), { recursive: true });
      writeFileSync(join(fresh, name), bytes);
    }
    const replaced = existsSync(target);
    if (replaced) renameSync(target, former);
    try {
      renameSync(fresh, target);
    } catch (error) {
      if (replaced) renameSync(former, target);
      throw error;
    }
    rmSync(former, { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Writes a text file whole: beside it first, then one rename. */
export function writeText(target: string, text: string): void {
  mkdirSync(dirname(resolve(target)), { recursive: true });
  const fresh = `${target}.${process.pid}.part`;
  try {
    writeFileSync(fresh, text);
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { force: true });
  }
}
