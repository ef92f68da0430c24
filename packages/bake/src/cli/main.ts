import '@lantu/spec/locale/all';
import { EMBED_THEMES, EMBED_WAYS, STILL_PICTURES } from '@lantu/embed/code';
import { LantuError, LOCALES } from '@lantu/spec';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { LOADER } from '../bake/published.ts';
import { lineProgress, type Progress, terminalProgress } from '../report/progress.ts';
import type { BakeCommand } from './bake.ts';
import { type BuildOptions, runBuild } from './build.ts';
import { type CheckOptions, runCheck } from './check.ts';
import { type EmbedCodeCommand, runEmbedCode } from './embed-code.ts';
import { type ImportOptions, runImport } from './import.ts';
import { EXIT, type ExitCode, type Io, UsageError } from './io.ts';

const EXIT_HELP = `
Exit codes:
  0  done
  1  bad cells or other findings; no data were written
  2  the command was called in a way it cannot be
  3  open questions: answer them in the mapping and run again
  4  a file cannot be read, decoded or written
  70 a fault of lantu itself
`;

const IMPORT_HELP = `
The first run proposes a mapping: which column is what, in which unit, and the questions
that the data leave open. Nothing is guessed about units: a multiplier of 10,000 is always
shown, and numbers that contradict their unit are asked about. Answer the questions in the
mapping ("answer" is null while open) and run again with --mapping.

Examples:
  lantu data import income.xlsx --sheet 2024年 --areas data/dist/datapackage.json
  lantu data import income.xlsx --mapping income.mapping.json --out built/income
  lantu data import survey.csv --header-row 3-4 --report bad-cells.json
  lantu data import flights.parquet --json
${EXIT_HELP}`;

const CHECK_HELP = `
Errors fail: what is checked is that
  - the descriptor fits its schema and every name in it is defined
  - each file has the size, hash, rows, fields and types that are described
  - values meet their constraints and categories, keys are unique, references lead to a row
  - areas exist and are of the level that is said; natures and statuses are known
  - each dataset has an origin, a nature and a day up to which it speaks
Warnings do not, unless --strict: measures without a unit, and sums of money that jump by
about 10,000 between two periods of one area, as when 万元 is taken for 元.

Examples:
  lantu data check data/dist
  lantu data check built/income --strict --json
${EXIT_HELP}`;

const BUILD_HELP = `
lantu.json names the sources, each with its mapping, and what must be hidden:
  {
    "name": "jiacha", "version": "1.0.0", "title": {"zh-CN": "加查县"},
    "areas": "../areas/datapackage.json",
    "datasets": [
      { "file": "income.xlsx", "mapping": "income.mapping.json" },
      { "file": "services.csv", "mapping": "services.mapping.json",
        "disclosure": {
          "measure": "count", "rule": {"kind": "count", "minimum": 10},
          "totals": [{"name": "county-services", "title": {"zh-CN": "县合计"},
                      "over": "area", "to": "county"}] } }
    ]
  }
Hidden cells are null with status Q, in the dataset and its totals together, so that none
can be worked out. suppressions.json in the package says how many and why, not which numbers.

Examples:
  lantu data build sources/jiacha
  lantu data build sources/jiacha --out built/jiacha --force --json
${EXIT_HELP}`;

const BAKE_HELP = `
Answers each blueprint's question on native DuckDB, and those that its filters can lead to, and writes for each widget
  DIR/<id>/widget.json            live: keeps its address, follows new data
  DIR/<id>/<version>/widget.json  frozen: never changes; versions of earlier runs stay
with pictures, pages, texts and tables beside them, and DIR/index.json. What neither an answer nor a rollup
covers is left to the engine in the reader's browser; the report says which states and why. Cells that a
metric's minimum count forbids are refused, and nothing is then written. --check exits with 1 and says which
files no longer match, and why: the data, the blueprint or an option changed, or somebody edited them.

Examples:
  lantu bake blueprints --data data/dist --out public/widgets
  lantu bake income.json "services-*.json" --data data/dist --out widgets --locale zh-CN bo
  lantu bake blueprints --data data/dist --out public/widgets --base-url https://example.gov.cn/widgets/
  lantu bake blueprints --data data/dist --out public/widgets --check
${EXIT_HELP}`;

const EMBED_CODE_HELP = `
The code goes to stdout and nothing else does; what else the page needs is said on stderr.
  element  the loader and <lantu-widget>, with the static picture and table inside: the fullest and the lightest
  iframe   the widget's own page in a frame that takes its content's height: for pages that allow no foreign script
  picture  the static picture, linked to the widget's own page: for mail and editors that drop scripts and frames
  oembed   the line for a page's head by which other sites find the widget

Examples:
  lantu embed-code income --dir public/widgets
  lantu embed-code income --dir public/widgets --as iframe --locale bo --theme dark
  lantu embed-code income --dir public/widgets --frozen --integrity --base-url https://example.gov.cn/widgets/
${EXIT_HELP}`;

/**
 * The command `lantu`.
 *
 * @param argv the arguments after the program's name: `['data', 'import', 'income.xlsx']`
 * @returns the exit code
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const progress = io.isTerminal ? terminalProgress(io.stderr) : lineProgress(io.stderr);
  const outcome: { code: ExitCode } = { code: EXIT.done };
  try {
    await program(io, progress, (code) => {
      outcome.code = code;
    }).parseAsync([...argv], { from: 'user' });
    return outcome.code;
  } catch (error) {
    progress.end();
    return failure(error, argv.includes('--json'), io);
  }
}

function program(io: Io, progress: Progress, end: (code: ExitCode) => void): Command {
  const lantu = new Command('lantu')
    .description('Builds datasets of village development and publishes widgets of them.')
    .addHelpText('after', EXIT_HELP)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .showHelpAfterError('(lantu … --help says what is allowed)');
  lantu
    .command('bake')
    .description('Publish blueprints as widgets: answers, rollups, pictures, pages.')
    .argument('<blueprint...>', 'files, folders, or patterns with *')
    .requiredOption('--data <package>', 'the datapackage.json of the data, or the folder it is in')
    .requiredOption('--out <folder>', 'the folder of the widgets')
    .option(
      '--base-url <address>',
      'the absolute address of that folder once it is published; oEmbed and embed codes need it',
    )
    .option('--loader <address>', 'the address of embed.js, relative to that folder or absolute', LOADER)
    .option(
      '--catalog <address>',
      'the address of the published datapackage.json, relative to that folder or absolute; without it no page asks the engine',
    )
    .addOption(new Option('--locale <locales...>', 'the languages to publish in (default: all)').choices(LOCALES))
    .option('--check', 'compare with what is published, and write nothing')
    .option('--report <file>', 'write everything found as JSON')
    .option('--json', 'print the report as JSON on stdout, and nothing else there')
    .addHelpText('after', BAKE_HELP)
    .action(async (blueprints: string[], options: BakeCommand) => {
      const { runBake } = await import('./bake.ts');
      end(await runBake(blueprints, options, io, progress));
    });
  lantu
    .command('embed-code')
    .description('Print the code that puts published widgets into a page.')
    .argument('<widget...>', 'the ids of the widgets')
    .option('--dir <folder>', 'the folder of the widgets, as "lantu bake --out" wrote it', '.')
    .addOption(new Option('--as <way>', 'how to embed it').choices(EMBED_WAYS).default('element'))
    .option('--frozen', 'pin it to the version that is published now (default: follow new data)')
    .addOption(new Option('--locale <locale>', 'the language (default: the page’s, else the first)').choices(LOCALES))
    .addOption(new Option('--theme <theme>', 'the colours (default: as the reader has set)').choices(EMBED_THEMES))
    .addOption(new Option('--size <size>', 'larger text and targets').choices(['large']))
    .addOption(
      new Option('--picture <kind>', 'what readers see before and without script (default: linked)').choices(
        STILL_PICTURES,
      ),
    )
    .option('--width <px>', 'the width of a picture or frame', wholePx)
    .option('--height <px>', 'the height of a picture, or of a frame without bridge', wholePx)
    .option('--document', 'put the frozen document into the code, so that it need not be fetched')
    .option('--preload', 'fetch beside the loader what it will ask for: for a widget at the top of its page')
    .option('--integrity', 'with hashes of the scripts, and of the document where it is frozen')
    .option(
      '--loader-dir <folder>',
      'where embed.js and its integrity.json are (default: where --loader of "bake" says)',
    )
    .option('--base-url <address>', 'the absolute address of the folder of widgets (default: that of "lantu bake")')
    .option('--json', 'print the codes as JSON, by id')
    .addHelpText('after', EMBED_CODE_HELP)
    .action((ids: string[], options: EmbedCodeCommand) => end(runEmbedCode(ids, options, io)));
  const data = lantu.command('data').description('Datasets: import, check, build.').helpCommand(false);
  data
    .command('import')
    .description('Read a workbook, CSV, Parquet, Arrow or JSON file into a dataset.')
    .argument('<file>', '.xlsx, .csv, .tsv (UTF-8, GB18030, UTF-16), .parquet, .arrow, .json, .ndjson')
    .option('--sheet <name>', 'the sheet of a workbook, where it has several')
    .option('--header-row <rows>', 'the row of the header, or the rows of one in several (3-4); else it is found')
    .option('--mapping <file>', 'the mapping to read by; without it one is proposed, in OUT.mapping.json')
    .option(
      '--areas <file>',
      'the package with the dataset of areas (default: data/dist/datapackage.json, where it exists)',
    )
    .option('--dataset <name>', 'the name of the dataset in a proposal (default: by the file)')
    .option('--out <folder>', 'where the package is written (default: the name of the dataset)')
    .option('--report <file>', 'write everything found, every bad cell, as JSON')
    .option('--force', 'replace what is there already')
    .option('--json', 'print the report as JSON on stdout, and nothing else there')
    .addHelpText('after', IMPORT_HELP)
    .action(async (file: string, options: ImportOptions) => end(await runImport(file, options, io, progress)));
  data
    .command('check')
    .description('Check a package: descriptor, files, values, keys, areas, provenance, units.')
    .argument('<package>', 'a datapackage.json, or the folder it is in')
    .option('--strict', 'let warnings fail too')
    .option('--report <file>', 'write everything found as JSON')
    .option('--json', 'print the report as JSON on stdout, and nothing else there')
    .addHelpText('after', CHECK_HELP)
    .action((path: string, options: CheckOptions) => end(runCheck(path, options, io, progress)));
  data
    .command('build')
    .description('Build the package that a folder of sources describes in its lantu.json.')
    .argument('[folder]', 'the folder with lantu.json', '.')
    .option('--out <folder>', 'where the package is written (default: dist in the folder)')
    .option('--report <file>', 'write everything found as JSON')
    .option('--force', 'replace what is there already')
    .option('--json', 'print the report as JSON on stdout, and nothing else there')
    .addHelpText('after', BUILD_HELP)
    .action(async (folder: string, options: BuildOptions) => end(await runBuild(folder, options, io, progress)));
  return lantu;
}

function wholePx(value: string): number {
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is to be a whole number of px from 1 to 99999.');
}

function failure(error: unknown, isJson: boolean, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const code = failureCode(error);
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  if (isJson) io.stdout(`${JSON.stringify({ ok: false, exitCode: code, error: message }, null, 2)}\n`);
  if (code === EXIT.fault) io.stderr(`${stack}\n`);
  else if (!isJson) io.stderr(`${message}\n`);
  return code;
}

function failureCode(error: unknown): ExitCode {
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof LantuError) return error.code === 'data/disclosure' ? EXIT.findings : EXIT.unreadable;
  return isFileError(error) ? EXIT.unreadable : EXIT.fault;
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
