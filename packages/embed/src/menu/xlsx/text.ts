/** The most that Excel takes in a cell. */
const MOST_CHARACTERS = 32_767;

/** `text` as the content of a cell: what XML cannot hold is replaced, what Excel would refuse the file for is cut off. */
export function cellText(text: string): string {
  const clean = text.replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd');
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS - 1)}…` : clean;
}
