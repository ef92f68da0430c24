import type { EmbeddedFont } from '@lantu/charts/svg';
import type { Locale } from '@lantu/spec';
import { addressesOf } from '../addresses.ts';
import type { MenuState } from '../state.ts';

const FAMILY = 'Lantu';
const FILES = [
  { weight: 400, name: 'woff2' },
  { weight: 600, name: '600.woff2' },
] as const;

/**
 * The fonts that were published with the widget: with them a picture keeps its Tibetan and its Chinese on every machine. None where
 * they cannot be had; the picture is then set in what its reader has.
 */
export async function publishedFonts(state: MenuState, locale: Locale): Promise<readonly EmbeddedFont[]> {
  const addresses = addressesOf(state);
  if (!addresses) return [];
  try {
    return await Promise.all(
      FILES.map(async ({ weight, name }) => {
        const response = await fetch(new URL(`${locale}.${name}`, addresses.version));
        if (!response.ok) throw new TypeError(`${response.url}: ${response.status}`);
        return { family: FAMILY, weight, woff2: await base64(await response.blob()) };
      }),
    );
  } catch {
    return [];
  }
}

/** `content` in base64. */
export function base64(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(content);
  });
}
