export { snapshotPlace } from './place.ts';
