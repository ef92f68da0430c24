/** How long the letters of a name may be apart. */
const PAUSE_MS = 600;

/** Moves between the items of a menu by keys, as in the ARIA Authoring Practices: arrows, Home, End, and the letters of a name. */
export class MenuKeys {
  #typed = '';
  #typedAt = 0;

  /** The item that `event` leads to from `current`; undefined where the key is none of a menu's. */
  target(event: KeyboardEvent, items: readonly HTMLElement[], current: number): HTMLElement | undefined {
    switch (event.key) {
      case 'ArrowDown':
        return items[(current + 1) % items.length];
      case 'ArrowUp':
        return items[(current - 1 + items.length) % items.length];
      case 'Home':
        return items[0];
      case 'End':
        return items.at(-1);
      default:
        return isLetter(event) ? this.#named(event, items, current) : undefined;
    }
  }

  /** What begins with the letters comes first; then what holds them, for in Chinese the file's kind stands at the end of its name. */
  #named({ key, timeStamp }: KeyboardEvent, items: readonly HTMLElement[], current: number): HTMLElement | undefined {
    this.#typed = (timeStamp - this.#typedAt < PAUSE_MS ? this.#typed : '') + key.toLowerCase();
    this.#typedAt = timeStamp;
    const from = this.#typed.length === 1 ? current + 1 : current;
    const inTurn = [...items.slice(from), ...items.slice(0, from)];
    const name = (item: HTMLElement): string => item.textContent.trim().toLowerCase();
    return (
      inTurn.find((item) => name(item).startsWith(this.#typed)) ??
      inTurn.find((item) => name(item).includes(this.#typed))
    );
  }
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}
