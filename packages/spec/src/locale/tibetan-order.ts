const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const compareTibetan = byCodePoint;
