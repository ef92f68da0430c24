import { firstSettings } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { addressesOf } from '../addresses.ts';
import type { MenuState } from '../state.ts';
import { base64 } from './fonts.ts';
import { svgOf } from './svg.ts';
import { shownTheme } from './theme.ts';

/** Pixels of the picture to a CSS pixel. */
const SCALE = 2;

/**
 * The widget as it stands, as a PNG of twice the pixels. Where the page forbids pictures made by script, it is the published one, if
 * that shows the same; undefined where there is none.
 *
 * @throws {LantuError} `chart/unsuited` where the answer cannot be drawn this way
 */
export async function pngOf(state: MenuState, format: Formatter, host: Element): Promise<Blob | undefined> {
  const svg = await svgOf(state, format, host);
  try {
    return await drawn(svg);
  } catch {
    return publishedPng(state, format, host);
  }
}

async function drawn(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${await base64(new Blob([svg]))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new TypeError('no canvas to draw on');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((file) => (file ? resolve(file) : reject(new TypeError('the canvas cannot be read'))), 'image/png');
  });
}

async function publishedPng(state: MenuState, format: Formatter, host: Element): Promise<Blob | undefined> {
  const { blueprint, settings, theme } = state;
  const addresses = addressesOf(state);
  if (!addresses || JSON.stringify(settings) !== JSON.stringify(firstSettings(blueprint))) return undefined;
  const response = await fetch(new URL(`${format.locale}.${shownTheme(host, theme)}.png`, addresses.version));
  return response.ok ? response.blob() : undefined;
}
