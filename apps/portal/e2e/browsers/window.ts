/** A window of some browser, as a reader uses it: what all drivers can do, and no more. */
export interface BrowserWindow {
  /** Opens a page and waits until it is parsed. */
  open(address: string): Promise<void>;
  /** What `script` returns, no promise; it is run in the page and refers to nothing outside itself. */
  run<A extends readonly unknown[], R>(script: (...inputs: A) => R, ...inputs: A): Promise<R>;
  /** Moves the pointer to a place in the window, in CSS pixels. */
  pointAt(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Presses a key, by its name in `KeyboardEvent.key`. */
  press(key: 'Tab' | 'ArrowLeft' | 'ArrowRight' | 'Escape' | 'Enter'): Promise<void>;
  /** What the window shows, as PNG. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}
