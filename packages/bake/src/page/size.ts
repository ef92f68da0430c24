import type { Files } from '../bake/published.ts';

export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const ROOT = /^<svg [^>]*\bwidth="(\d+)" height="(\d+)"/;
const LONGEST_ROOT = 1000;

/** The size that the SVG file of that name gives itself. @throws {RangeError} where there is no such file, or it gives none */
export function sizeOf(pictures: Files, name: string): PictureSize {
  const bytes = pictures.get(name);
  const [, width, height] = ROOT.exec(new TextDecoder().decode(bytes?.subarray(0, LONGEST_ROOT))) ?? [];
  if (!width || !height)
    throw new RangeError(`no picture ${name} that gives its size among ${[...pictures.keys()].join(', ')}`);
  return { widthPx: Number(width), heightPx: Number(height) };
}
