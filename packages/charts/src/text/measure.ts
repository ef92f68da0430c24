/** How a text is set: as CSS `font-size` in pixels and `font-weight`. */
export interface TextStyle {
  readonly fontSize: number;
  readonly weight?: 400 | 600;
}

/** Gives the width in pixels of one line of text. */
export type MeasureText = (text: string, style: TextStyle) => number;
