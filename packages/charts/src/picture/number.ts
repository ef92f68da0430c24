/** A length as it is written in a picture: hundredths of a pixel. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}
