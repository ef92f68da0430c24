import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { PackageFiles } from '../package/package.ts';
import { UsageError } from './io.ts';

/** @throws {UsageError} where `path` exists and may not be replaced */
export function refuseExisting(path: string, isForced: boolean): void {
  if (isForced || !existsSync(path)) return;
  throw new UsageError(`${path} exists already; choose another, or pass --force to replace it`);
}

/**
 * Writes files as the folder `target`: first all of them into a folder beside it, then one rename. What was there before is put back
 * when that fails.
 *
 * @param keeps says of the folders in the former `target` which stay; default: none
 */
export function writeFolder(target: string, files: PackageFiles, keeps: (name: string) => boolean = () => false): void {
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
    if (replaced) {
      for (const each of readdirSync(target, { withFileTypes: true })) {
        if (each.isDirectory() && keeps(each.name)) linkFolder(join(target, each.name), join(fresh, each.name));
      }
    }
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

/** Puts the files of a folder into another without copying them, where the file system has links. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const each of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, each.name), join(to, each.name)];
    if (each.isDirectory()) linkFolder(source, target);
    else {
      try {
        linkSync(source, target);
      } catch {
        cpSync(source, target);
      }
    }
  }
}

/** Writes a text file whole: beside it first, then one rename. */
export function writeText(target: string, text: string): void {
  writeBytes(target, new TextEncoder().encode(text));
}

/** Writes a file whole: beside it first, then one rename. */
export function writeBytes(target: string, bytes: Uint8Array): void {
  mkdirSync(dirname(resolve(target)), { recursive: true });
  const fresh = `${target}.${process.pid}.part`;
  try {
    writeFileSync(fresh, bytes);
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { force: true });
  }
}
