import { createHash } from 'node:crypto';
import { type Dataset, type Field, LantuError, quoteValue } from '@lantu/spec';
import { type Table as ArrowTable, DataType } from 'apache-arrow';
import { arrowTable, datasetBytes, type PackageFolder } from '../package/read.ts';
import type { Report } from './finding.ts';

const FILE_FORMAT = 'ARROW1';

const FITS: Readonly<Record<Field['type'], readonly [(type: DataType) => boolean, string]>> = {
  string: [
    (type) => DataType.isUtf8(type) || (DataType.isDictionary(type) && DataType.isUtf8(type.dictionary)),
    'Utf8, plain or dictionary-coded',
  ],
  integer: [(type) => DataType.isInt(type) && type.isSigned && type.bitWidth <= 32, 'Int8, Int16 or Int32'],
  number: [(type) => DataType.isFloat(type) && type.precision === 2, 'Float64'],
  boolean: [(type) => DataType.isBool(type), 'Bool'],
  date: [(type) => DataType.isDate(type) && type.unit === 0, 'Date32'],
  yearmonth: [(type) => DataType.isDate(type) && type.unit === 0, 'Date32'],
  year: [(type) => DataType.isInt(type) && type.bitWidth === 16, 'Int16'],
};

/** The file of a dataset, checked against what its description says of it: size, hash, rows, fields. Undefined where it cannot be read. */
export function checkFile(from: PackageFolder, dataset: Dataset, report: Report): ArrowTable | undefined {
  try {
    const bytes = datasetBytes(from, dataset);
    checkBytes(bytes, dataset, report);
    const table = arrowTable(bytes, dataset.path);
    if (table.numRows !== dataset['lantu:rows']) {
      report('error', {
        problem: 'another number of rows than lantu:rows says',
        received: String(table.numRows),
        allowed: String(dataset['lantu:rows']),
      });
    }
    checkFields(table, dataset, report);
    return table;
  } catch (error) {
    if (!(error instanceof LantuError)) throw error;
    const { problem, received, allowed } = error;
    report('error', {
      problem,
      ...(received !== undefined && { received }),
      ...(allowed !== undefined && { allowed }),
    });
    return undefined;
  }
}

function checkBytes(bytes: Uint8Array, { bytes: length, hash }: Dataset, report: Report): void {
  if (bytes.length !== length)
    report('error', {
      problem: 'another size than bytes says',
      received: String(bytes.length),
      allowed: String(length),
    });
  const actual = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (actual !== hash)
    report('error', { problem: 'another hash than the description says', received: actual, allowed: hash });
  if (new TextDecoder('latin1').decode(bytes.subarray(0, FILE_FORMAT.length)) === FILE_FORMAT) {
    report('error', {
      problem: 'an Arrow file, which the engine does not read',
      received: 'the Arrow file format',
      allowed: 'the Arrow stream format',
    });
  }
}

function checkFields({ schema }: ArrowTable, { schema: { fields } }: Dataset, report: Report): void {
  const held = new Map(schema.fields.map((each) => [each.name, each.type as DataType]));
  for (const field of fields) {
    const type = held.get(field.name);
    const [fits, allowed] = FITS[field.type];
    if (!type)
      report('error', {
        column: field.name,
        problem: 'the file lacks the field',
        allowed: [...held.keys()].join(', '),
      });
    else if (!fits(type))
      report('error', {
        column: field.name,
        problem: `a ${field.type} is stored as another type`,
        received: String(type),
        allowed,
      });
  }
  const known = new Set(fields.map((each) => each.name));
  for (const name of held.keys()) {
    if (!known.has(name))
      report('error', {
        column: name,
        problem: 'a field that the description does not name',
        received: quoteValue(name),
      });
  }
}
