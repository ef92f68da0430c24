/** The first of what stands inside a widget for readers without script; undefined where nothing does but its document. */
export function stillIn({ children }: HTMLElement): Element | undefined {
  return [...children].find(({ localName }) => localName !== 'script');
}
