import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Field, LocalizedText } from '@lantu/spec';
import { tableFromIPC } from 'apache-arrow';
import { writeXlsx } from 'hucre/xlsx';
import { main } from '../src/cli/main.ts';
import type { Mapping } from '../src/mapping/mapping.ts';
import { packageFiles } from '../src/package/package.ts';
import type { Table } from '../src/package/table.ts';

const require = createRequire(import.meta.url);

/** What a run of the command left behind. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own in which `lantu` is run, without a process. */
export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'lantu-'));

  async lantu(...argv: string[]): Promise<Run> {
    let stdout = '';
    let stderr = '';
    const code = await main(argv, {
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      isTerminal: false,
      cwd: this.folder,
    });
    return { code, stdout, stderr };
  }

  /** Imports a file with `--json` and gives the report. */
  async report(file: string, ...options: string[]): Promise<ImportReport> {
    const { stdout } = await this.lantu('data', 'import', file, '--json', ...options);
    return JSON.parse(stdout) as ImportReport;
  }

  /** Imports a file in two runs: the proposal, then with its questions answered. */
  async importWhole(
    file: string,
    answers: Readonly<Record<string, string>> = {},
    ...options: string[]
  ): Promise<{ first: ImportReport; second: ImportReport }> {
    const first = await this.report(file, ...options);
    this.writeJson('mapping.json', answered(first.mapping, answers));
    return { first, second: await this.report(file, '--mapping', 'mapping.json', '--out', 'built', ...options) };
  }

  /** The rows of a dataset in the package `built`. */
  builtRows(name: string): Record<string, unknown>[] {
    const rows = tableFromIPC(this.read(`built/${name}.arrow`)).toArray();
    return rows.map((row) => {
      const cells = Object.entries(row.toJSON() as Record<string, unknown>);
      return Object.fromEntries(cells.map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]));
    });
  }

  write(name: string, content: string | Uint8Array): string {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  writeJson(name: string, value: unknown): string {
    return this.write(name, JSON.stringify(value));
  }

  readJson<Value>(name: string): Value {
    return JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as Value;
  }

  read(name: string): Uint8Array {
    return readFileSync(join(this.folder, name));
  }

  list(): string[] {
    return readdirSync(this.folder).sort();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A package with a few divisions of Xizang, in the folder `areas`. */
  areas(): string {
    for (const [name, bytes] of areasPackage()) this.write(`areas/${name}`, bytes);
    return 'areas/datapackage.json';
  }
}

export interface ImportReport {
  readonly ok: boolean;
  readonly exitCode: number;
  readonly rows: number;
  readonly wrote?: string;
  readonly error?: string;
  readonly questions: Mapping['questions'];
  readonly problems: readonly {
    readonly sheet?: string;
    readonly row?: number;
    readonly column?: string;
    readonly problem: string;
    readonly received?: string;
    readonly allowed?: string;
  }[];
  readonly notes: readonly string[];
  readonly mapping: Mapping;
}

/** The mapping with answers to its open questions by key; those about provenance are answered for every test. */
export function answered(mapping: Mapping, answers: Readonly<Record<string, string>> = {}): Mapping {
  const all: Readonly<Record<string, string>> = {
    nature: 'official',
    producer: '加查县统计局',
    'as-of': '2024-12-31',
    ...answers,
  };
  return {
    ...mapping,
    questions: mapping.questions.map((each) => ({ ...each, answer: each.answer ?? all[each.key] ?? null })),
  };
}

/** The keys of questions. */
export function keys(questions: Mapping['questions']): string[] {
  return questions.map((each) => each.key);
}

/** How a mapping reads the column of that header. */
export function column(mapping: Mapping, header: string): Mapping['columns'][number] | undefined {
  return mapping.columns.find((each) => each.column === header);
}

export type Cells = (string | number | boolean | Date | null)[][];

/** A workbook of these sheets. */
export function workbook(...sheets: Parameters<typeof writeXlsx>[0]['sheets']): Promise<Uint8Array> {
  return writeXlsx({ sheets });
}

/** A workbook of one sheet, 表1. */
export function sheet(rows: Cells): Promise<Uint8Array> {
  return workbook({ name: '表1', rows });
}

/** A file of the npm package vega-datasets. */
export function vegaFile(name: string): Uint8Array {
  const entry = require.resolve('vega-datasets');
  return readFileSync(join(dirname(entry), '..', 'data', name));
}

const DIVISIONS = [
  ['54', 'region', '西藏自治区'],
  ['5405', 'prefecture', '山南市'],
  ['5404', 'prefecture', '林芝市'],
  ['540528', 'county', '加查县'],
  ['540529', 'county', '隆子县'],
  ['540481', 'county', '米林市'],
  ['540528100', 'township', '加查镇'],
  ['540528101', 'township', '安绕镇'],
  ['540529100', 'township', '隆子镇'],
  ['540481100', 'township', '米林镇'],
  ['540528100201', 'village', '白琼村委会'],
  ['540528100202', 'village', '奴巧村委会'],
  ['540528100205', 'village', '香木村委会'],
  ['540528101201', 'village', '扎西岗村'],
  ['540529100201', 'village', '扎西岗村'],
  ['540529100202', 'village', '德吉社区居委会'],
  ['540481100201', 'village', '雪卡村'],
] as const;

function areasPackage(): ReadonlyMap<string, Uint8Array> {
  const text = (zh: string): LocalizedText => ({ 'zh-CN': zh });
  const field = (name: string): Field => ({ name, type: 'string', 'lantu:role': 'attribute' });
  const parent = (length: number) => DIVISIONS.map(([code]) => (code.length >= length ? code.slice(0, length) : null));
  const table: Table = {
    name: 'areas',
    title: text('行政区划'),
    description: text('测试用'),
    fields: [
      {
        ...field('code'),
        constraints: { required: true, unique: true },
        'lantu:role': 'dimension',
        'lantu:dimension': 'area',
      },
      ...['level', 'name_zh', 'township', 'county', 'prefecture', 'region', 'former_codes'].map(field),
    ],
    columns: {
      code: DIVISIONS.map(([code]) => code),
      level: DIVISIONS.map(([, level]) => level),
      name_zh: DIVISIONS.map(([, , name]) => name),
      township: parent(9),
      county: parent(6),
      prefecture: parent(4),
      region: parent(2),
      former_codes: DIVISIONS.map(([code]) => (code === '540481' ? '540422' : null)),
    },
    primaryKey: ['code'],
    origins: [{ id: 'list', title: text('名单'), producer: text('国家统计局'), citation: text('名单') }],
    asOf: '2023-06-30',
    nature: 'official',
    status: 'A',
    metrics: [],
  };
  return packageFiles(
    {
      name: 'areas',
      version: '1.0.0',
      title: text('行政区划'),
      units: [],
      dimensions: [
        {
          kind: 'area',
          name: 'area',
          title: text('地区'),
          dataset: 'areas',
          key: 'code',
          level: 'level',
          names: { 'zh-CN': 'name_zh' },
        },
      ],
    },
    [table],
  );
}
