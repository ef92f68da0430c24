import { readFile } from 'node:fs/promises';
import type { FontFile } from './files.ts';
import { glyphsOf } from './harfbuzz.ts';
import type { Face } from './merge.ts';
import { tablesOf } from './sfnt.ts';
import { atWeight, subset } from './subset.ts';
import type { Weight } from './weight.ts';

interface Whole {
  readonly font: Buffer;
  readonly face: Face;
}

const known = new Map<string, Promise<Whole>>();

/** All of a variable font file at one weight, read once. */
export async function wholeFace(file: FontFile, weight: Weight): Promise<Face> {
  return (await whole(file, weight)).face;
}

/** Of a variable font file at one weight what `characters` need, rules of layout included. */
export async function partOfFace(file: FontFile, weight: Weight, characters: readonly number[]): Promise<Face> {
  const { font } = await whole(file, weight);
  return faceOf(await subset(font, characters, 'truetype'));
}

function whole(file: FontFile, weight: Weight): Promise<Whole> {
  const key = `${weight} ${file.path}`;
  let reading = known.get(key);
  if (!reading) {
    reading = read(file, weight);
    known.set(key, reading);
  }
  return reading;
}

async function read({ path, ranges }: FontFile, weight: Weight): Promise<Whole> {
  const all = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  const font = await atWeight(await readFile(path), all, weight);
  return { font, face: faceOf(font) };
}

function faceOf(font: Buffer): Face {
  return { tables: tablesOf(font), glyphs: glyphsOf(font) };
}
