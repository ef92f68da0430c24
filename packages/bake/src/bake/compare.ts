import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileRef } from '@lantu/spec';
import type { Problem } from '../report/problems.ts';
import type { MadeWidget } from './bake.ts';
import { fileRef, versionOf } from './files.ts';
import { readIndex, type WidgetEntry } from './index-file.ts';
import { type Files, VERSION } from './published.ts';

/**
 * Where the folder `out` differs from what these widgets would be published as now, and why: a fault a file; and which of their older
 * versions are no longer as they were published, a fault a version. Empty where nothing differs. Other widgets are not looked at.
 *
 * @throws {LantuError} `spec/invalid` where the folder's index is none
 */
export function differences(out: string, widgets: readonly MadeWidget[]): Problem[] {
  const index = readIndex(join(out, 'index.json'));
  return widgets.flatMap(({ entry }) => {
    const published = index.widgets.find((each) => each.id === entry.id);
    if (!published) return [{ file: `${entry.id}/`, problem: 'the widget is not published' }];
    const damaged = published.files.flatMap((each) => damageOf(out, each) ?? []);
    return [
      ...damaged,
      ...outdated(out, entry, published, new Set(damaged.map((each) => each.file))),
      ...changedVersions(out, published),
    ];
  });
}

/** Pages that embed an older version rely on it. What its files were is known by its name alone. */
function changedVersions(out: string, { id, version }: WidgetEntry): Problem[] {
  const older = namesIn(
    join(out, id),
    (each) => each.isDirectory() && VERSION.test(each.name) && each.name !== version,
  );
  return older.flatMap((name) => {
    const folder = `${id}/${name}/`;
    const received = versionOf(filesIn(join(out, folder)), name);
    const problem = 'the files of this older version were changed after they were published';
    return received === name ? [] : [{ file: folder, problem, received, allowed: name }];
  });
}

/** Without what servers and file managers put beside what was published. */
function filesIn(folder: string): Files {
  const names = namesIn(folder, (each) => each.isFile() && !/^\.|\.(br|gz)$/.test(each.name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

function namesIn(folder: string, isMeant: (entry: Dirent) => boolean): string[] {
  if (!existsSync(folder)) return [];
  const meant = readdirSync(folder, { withFileTypes: true }).filter(isMeant);
  return meant.map(({ name }) => name).sort();
}

/** A file that is no longer what was published. */
function damageOf(out: string, { href, integrity }: FileRef): Problem | undefined {
  const bytes = bytesAt(join(out, href));
  if (!bytes) return { file: href, problem: 'the file is missing' };
  const received = fileRef(href, bytes).integrity;
  if (received === integrity) return undefined;
  return { file: href, problem: 'the file was changed after it was published', received, allowed: integrity };
}

/** What is whole, but no longer what would be published. */
function outdated(out: string, entry: WidgetEntry, published: WidgetEntry, damaged: ReadonlySet<string>): Problem[] {
  if (JSON.stringify(entry) === JSON.stringify(published)) return [];
  const why = reasons(entry, published);
  const problem = `it would be different now: ${why}`;
  const frozen = `${entry.id}/${entry.version}/`;
  const stale = entry.files
    .filter(({ href }) => !href.startsWith(frozen) && !damaged.has(href))
    .filter(({ href, integrity }) => {
      const bytes = bytesAt(join(out, href));
      return !bytes || fileRef(href, bytes).integrity !== integrity;
    })
    .map(({ href }): Problem => ({ file: href, problem }));
  const version: Problem[] =
    entry.version === published.version
      ? []
      : [{ file: frozen, problem: `${problem}; version`, received: published.version, allowed: entry.version }];
  if (stale.length + version.length > 0) return [...stale, ...version];
  return [{ file: 'index.json', problem: `${entry.id}: ${problem}` }];
}

function reasons(entry: WidgetEntry, published: WidgetEntry): string {
  const names = [...new Set([...Object.keys(published.vintage), ...Object.keys(entry.vintage)])].sort();
  const data = names
    .filter((each) => published.vintage[each] !== entry.vintage[each])
    .map((each) => `dataset ${each} ${published.vintage[each] ?? 'none'} → ${entry.vintage[each] ?? 'none'}`);
  const found = [
    ...(data.length > 0 ? [`the data changed (${data.join(', ')})`] : []),
    ...(entry.blueprint === published.blueprint ? [] : ['the blueprint changed']),
    ...(entry.software === published.software ? [] : [`Lantu changed (${published.software} → ${entry.software})`]),
    ...(JSON.stringify(entry.settings) === JSON.stringify(published.settings) ? [] : ['the options changed']),
  ];
  return found.length > 0 ? found.join(', ') : 'the same data, blueprint and options give other files in this Lantu';
}

function bytesAt(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
