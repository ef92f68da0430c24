import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FAMILY } from './font/names.ts';

/** Pixels of the picture to a CSS pixel. */
const SCALE = 2;

let ready: Promise<void> | undefined;

/** An SVG document as PNG, its texts set in `fonts` and in nothing else. The same on every machine. */
export async function pngOf(svg: string, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm);
  await ready;
  const picture = new Resvg(svg, {
    font: { fontBuffers: [...fonts], defaultFontFamily: FAMILY },
    fitTo: { mode: 'zoom', value: SCALE },
  });
  const image = picture.render();
  const png = image.asPng();
  image.free();
  picture.free();
  return png;
}
