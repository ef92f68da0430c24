export { type Cover, coverOf } from './cover.ts';
export { type RollupPlace, rollupPlace } from './place.ts';
export { type Along, RangeIndex, rangeIndexOf } from './range-index.ts';
export { regrouped } from './regroup.ts';
export { type RollupRequest, rollupFrom, rollupQuery } from './request.ts';
export { RollupTable } from './table.ts';
