/** Something that wants to stand with its middle at `at` and takes `size` pixels. */
export interface Dodger {
  readonly at: number;
  readonly size: number;
}

interface Block {
  /** Where the block's first item would have its upper edge if only its own wishes counted, on average. */
  start: number;
  size: number;
  readonly wishes: number[];
  readonly members: number[];
}

/**
 * Middles for all items, in their order, that do not overlap between `from` and `to` and are together as near to the wished ones as can
 * be (least squares; pool adjacent violators). Where they do not fit at all, they stand on each other from `from` downwards.
 */
export function dodge(items: readonly Dodger[], from: number, to: number): number[] {
  const order = items.map((_, index) => index).sort((a, b) => at(items, a) - at(items, b) || a - b);
  const blocks: Block[] = [];
  for (const index of order) {
    const size = items[index]?.size ?? 0;
    const wish = at(items, index) - size / 2;
    blocks.push({ start: wish, size, wishes: [wish], members: [index] });
    settle(blocks, from, to);
  }
  const middles = new Array<number>(items.length).fill(from);
  for (const { start, members } of blocks) {
    let edge = start;
    for (const index of members) {
      const size = items[index]?.size ?? 0;
      middles[index] = edge + size / 2;
      edge += size;
    }
  }
  return middles;
}

/** Joins the last blocks while they overlap; every block keeps inside the bounds. */
function settle(blocks: Block[], from: number, to: number): void {
  let last = blocks.at(-1);
  if (last) place(last, from, to);
  for (let before = blocks.at(-2); last && before && before.start + before.size > last.start; before = blocks.at(-2)) {
    blocks.pop();
    before.wishes.push(...last.wishes.map((wish) => wish - before.size));
    before.members.push(...last.members);
    before.size += last.size;
    last = before;
    place(last, from, to);
  }
}

function place(block: Block, from: number, to: number): void {
  const wished = block.wishes.reduce((sum, wish) => sum + wish, 0) / block.wishes.length;
  block.start = Math.max(from, Math.min(wished, to - block.size));
}

function at(items: readonly Dodger[], index: number): number {
  return items[index]?.at ?? 0;
}
