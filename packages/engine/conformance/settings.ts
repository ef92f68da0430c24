/// <reference types="vite/types/importMeta.d.ts" />

/** How many queries are compared, and from which seed on: as `pnpm conformance` says, else a sample. */
export function settings(sample: number): { readonly count: number; readonly seed: number } {
  return {
    count: Number(import.meta.env['VITE_CONFORMANCE_COUNT'] ?? sample),
    seed: Number(import.meta.env['VITE_CONFORMANCE_SEED'] ?? 2024),
  };
}

/** The seeds and sizes of the fixtures that `count` queries are put to: after some thousand queries, other rows. */
export function* batches({ count, seed }: { readonly count: number; readonly seed: number }) {
  const size = 2000;
  for (let done = 0; done < count; done += size) {
    yield { seed: seed + done / size, count: Math.min(size, count - done) };
  }
}
