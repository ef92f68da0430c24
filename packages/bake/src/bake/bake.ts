import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { LantuError, LOCALES, type Locale, Model, quoteValue } from '@lantu/spec';
import { writeBytes, writeFolder } from '../cli/write.ts';
import { openPackage, type PackageFolder } from '../package/read.ts';
import { type Problem, problemSentence } from '../report/problems.ts';
import type { Progress } from '../report/progress.ts';
import { type BlueprintFile, blueprintPaths, readBlueprint } from './blueprints.ts';
import { NativeDuckDB } from './duckdb/native.ts';
import { type Addresses, filesOf, type Makers, type WidgetFiles } from './files.ts';
import { checkTogether, checkWidgetCells } from './gate/gate.ts';
import { checkHidden } from './gate/hidden.ts';
import { entryOf, indexFile, readIndex, vintageOf, type WidgetEntry } from './index-file.ts';
import { makers } from './makers.ts';
import { FOLDER_ADDRESS, isFolderAddress, LOADER, VERSION } from './published.ts';
import { type BakedWidget, bakeWidget } from './widget.ts';

/** What to publish, of which data, and where. */
export interface BakeOptions {
  /** Files, folders or patterns with `*`. */
  readonly blueprints: readonly string[];
  /** A `datapackage.json`, or the folder it is in. */
  readonly data: string;
  /** The absolute address under which the folder of widgets will be published: oEmbed and embed codes need it. */
  readonly baseUrl?: string;
  /** The address of the loader, absolute or relative to the folder of widgets. Default: `../embed/embed.js`. */
  readonly loader?: string;
  /** The address of the published `datapackage.json`, absolute or relative to that folder; without it no page asks the engine. */
  readonly catalog?: string;
  /** Default: all. */
  readonly locales?: readonly Locale[];
  readonly progress?: Progress;
}

/** A widget as it is to be written. */
export interface MadeWidget {
  readonly entry: WidgetEntry;
  readonly files: WidgetFiles;
}

/** All widgets in memory; or what kept them from being made. Where there is a problem, nothing may be written. */
export interface Made {
  readonly widgets: readonly MadeWidget[];
  readonly problems: readonly Problem[];
}

/** See the package's `bake`. */
export async function bake(options: BakeOptions & { readonly out: string }): Promise<readonly WidgetEntry[]> {
  const { widgets, problems } = await makeWidgets(options);
  refuse(problems);
  publish(options.out, widgets);
  return widgets.map((each) => each.entry);
}

/** Bakes blueprints in memory. @throws {LantuError} where the data or the paths are not to be had */
export async function makeWidgets(options: BakeOptions, tools: Makers = makers()): Promise<Made> {
  const { progress } = options;
  const from = openPackage(options.data);
  const addresses = addressesOf(options);
  const problems: Problem[] = [];
  const blueprints = readAll(blueprintPaths(options.blueprints), problems);
  try {
    const baked = await bakeAll(from, blueprints, options, problems);
    const widgets: MadeWidget[] = [];
    let drawn = 0;
    progress?.step('drawing', drawn, baked.length);
    await Promise.all(
      baked.map(async ({ file, hash, widget }, index) => {
        await noting(problems, file, async () => {
          const files = await filesOf(widget, from.catalog, addresses, tools);
          widgets[index] = { files, entry: entryOf(widget, files, { blueprint: hash, addresses }) };
        });
        drawn += 1;
        progress?.step('drawing', drawn, baked.length);
      }),
    );
    return { widgets: widgets.filter((each) => each !== undefined), problems: sorted(problems) };
  } finally {
    progress?.end();
    await tools.close?.();
  }
}

/** The answers and rollups of all blueprints that have them, after disclosure control. */
async function bakeAll(
  from: PackageFolder,
  blueprints: readonly BlueprintFile[],
  { progress, locales = LOCALES }: BakeOptions,
  problems: Problem[],
): Promise<(BlueprintFile & { readonly widget: BakedWidget })[]> {
  const model = new Model(from.catalog);
  const duckdb = await NativeDuckDB.open(from);
  const baked: (BlueprintFile & { readonly widget: BakedWidget })[] = [];
  try {
    for (const [index, each] of blueprints.entries()) {
      progress?.step('asking', index, blueprints.length);
      await noting(problems, each.file, async () => {
        const widget = await bakeWidget(duckdb, model, each.blueprint, locales);
        await checkHidden(duckdb, from, Object.keys(vintageOf(widget)));
        await checkWidgetCells(duckdb, model, widget);
        baked.push({ ...each, widget });
      });
    }
    progress?.step('looking for what could be worked out');
    await noting(problems, 'all blueprints', () =>
      checkTogether(
        duckdb,
        model,
        baked.map((each) => each.widget),
      ),
    );
    return baked;
  } finally {
    duckdb.close();
  }
}

/** Writes widgets: each folder in one rename, then the index. */
export function publish(out: string, widgets: readonly MadeWidget[]): void {
  const indexPath = join(out, 'index.json');
  const baked = new Set(widgets.map((each) => each.entry.id));
  const others = readIndex(indexPath).widgets.filter(({ id }) => !baked.has(id) && existsSync(join(out, id)));
  for (const { entry, files } of widgets) {
    const frozen = [...files.frozen].map(([name, bytes]) => [`${entry.version}/${name}`, bytes] as const);
    writeFolder(
      join(out, entry.id),
      new Map([...files.live, ...frozen]),
      (name) => VERSION.test(name) && name !== entry.version,
    );
  }
  writeBytes(resolve(indexPath), indexFile([...others, ...widgets.map((each) => each.entry)]));
}

/** @throws {LantuError} with all of `problems` in its message and `cause`, where there are any */
function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new LantuError('spec/invalid', problems.map(problemSentence).join('\n'), { cause: problems });
}

function readAll(paths: readonly string[], problems: Problem[]): BlueprintFile[] {
  const read: BlueprintFile[] = [];
  for (const path of paths) {
    try {
      read.push(readBlueprint(path));
    } catch (error) {
      problems.push(problemOf(error, path));
    }
  }
  const byId = new Map<string, BlueprintFile>();
  for (const each of read.sort((a, b) => (a.blueprint.id < b.blueprint.id ? -1 : 1))) {
    const other = byId.get(each.blueprint.id);
    if (!other) byId.set(each.blueprint.id, each);
    else {
      problems.push({
        file: basename(each.file),
        problem: `the id is taken by ${basename(other.file)}`,
        received: quoteValue(each.blueprint.id),
        allowed: 'an id of its own for each blueprint',
      });
    }
  }
  return [...byId.values()];
}

/** Drawing goes on side by side: faults come in any order. */
function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

async function noting(problems: Problem[], file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    problems.push(problemOf(error, file));
  }
}

function problemOf(error: unknown, file: string): Problem {
  if (!(error instanceof LantuError)) throw error;
  const { problem, where = '', received, allowed } = error;
  const place = where.replace(file, '').replace(basename(file), '').replace(/^, /, '');
  return {
    file: basename(file),
    problem: place === '' ? problem : `${place}: ${problem}`,
    ...(received !== undefined && { received }),
    ...(allowed !== undefined && { allowed }),
  };
}

function addressesOf({ loader = LOADER, baseUrl, catalog }: BakeOptions): Addresses {
  return {
    loader,
    ...(baseUrl !== undefined && { baseUrl: absoluteFolder(baseUrl) }),
    ...(catalog !== undefined && { catalog }),
  };
}

function absoluteFolder(address: string): string {
  if (isFolderAddress(address)) return address.endsWith('/') ? address : `${address}/`;
  throw new LantuError('spec/invalid', 'this is no address of a folder', {
    where: 'baseUrl',
    received: quoteValue(address),
    allowed: FOLDER_ADDRESS,
  });
}
