import { apportion } from './apportion.ts';
import { isCalibrated, type Village } from './village.ts';

/**
 * Whole units shared out by weight: the calibrated region's villages share `total` exactly, all others as much a village.
 * One part an entry, in their order.
 */
export function shareOut(
  total: number,
  entries: readonly { readonly village: Village; readonly weight: number }[],
): number[] {
  const inside = entries.filter((each) => isCalibrated(each.village));
  const outside = entries.filter((each) => !isCalibrated(each.village));
  const insideParts = apportion(total, weightsOf(inside));
  const outsideTotal = inside.length === 0 ? 0 : Math.round((total * outside.length) / inside.length);
  const outsideParts = apportion(outsideTotal, weightsOf(outside));
  const next = { inside: 0, outside: 0 };
  return entries.map(
    (each) => (isCalibrated(each.village) ? insideParts[next.inside++] : outsideParts[next.outside++]) ?? 0,
  );
}

function weightsOf(entries: readonly { readonly weight: number }[]): number[] {
  return entries.map((each) => each.weight);
}
