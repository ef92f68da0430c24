import { Blob, Face, Font, shape, Buffer as TextBuffer } from 'harfbuzzjs';

const TIBETAN_OR_NOT = /[\u0f00-\u0fff]+|[^\u0f00-\u0fff]+/g;

/** The glyph numbers of all characters that a font file has. */
export function glyphsOf(font: Uint8Array): ReadonlyMap<number, number> {
  const face = new Face(new Blob(font));
  const opened = new Font(face);
  return new Map(Array.from(face.collectUnicodes(), (character) => [character, opened.glyph(character) ?? 0] as const));
}

/** Measures lines of text in a font file: their width in em, as a browser would set them. */
export function widthIn(font: Uint8Array): (text: string) => number {
  const face = new Face(new Blob(font));
  const opened = new Font(face);
  const known = new Map<string, number>();
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      width = 0;
      for (const [run] of text.matchAll(TIBETAN_OR_NOT)) {
        const buffer = new TextBuffer();
        buffer.addText(run);
        buffer.guessSegmentProperties();
        shape(opened, buffer);
        for (const { xAdvance } of buffer.getGlyphPositions()) width += xAdvance / face.upem;
      }
      known.set(text, width);
    }
    return width;
  };
}
