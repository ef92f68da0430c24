/** A font that travels in a picture. */
export interface EmbeddedFont {
  /** Letters, digits, spaces and hyphens. */
  readonly family: string;
  readonly weight: 400 | 600;
  /** A WOFF2 file in base64. */
  readonly woff2: string;
}

/** The `@font-face` rules of `fonts`. */
export function fontSheet(fonts: readonly EmbeddedFont[]): string {
  return fonts
    .map(
      ({ family, weight, woff2 }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${woff2}) format("woff2")}`,
    )
    .join('');
}
