/** The colours that the widget is really shown in: dark where its text is light. */
export function shownTheme(host: Element, theme: 'light' | 'dark' | undefined): 'light' | 'dark' {
  if (theme) return theme;
  const [red = 0, green = 0, blue = 0] =
    getComputedStyle(host)
      .color.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  return 0.299 * red + 0.587 * green + 0.114 * blue > 128 ? 'dark' : 'light';
}
