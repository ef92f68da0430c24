/** Dispatched on `window` by {@link define} when a tag is already taken. */
export interface DuplicateDetail {
  readonly tag: string;
  /** The class that has the tag, and keeps it. */
  readonly kept: CustomElementConstructor;
  /** The class that came second, and is not used by this tag. */
  readonly refused: CustomElementConstructor;
}

/**
 * Registers `element` as `tag`. A tag can be taken only once a page: where a second copy or another version of Lantu is loaded, the
 * first keeps the tag, nothing throws, and `window` receives one `lantu-duplicate` event ({@link DuplicateDetail}) for the tag.
 *
 * @returns whether `tag` now stands for `element`
 */
export function define(tag: string, element: CustomElementConstructor): boolean {
  const kept = customElements.get(tag);
  if (!kept) {
    customElements.define(tag, element);
    return true;
  }
  if (kept !== element) {
    window.dispatchEvent(
      new CustomEvent<DuplicateDetail>('lantu-duplicate', { detail: { tag, kept, refused: element } }),
    );
  }
  return kept === element;
}
