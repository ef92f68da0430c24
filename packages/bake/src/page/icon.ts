/**
 * The name of the icon beside a widget's pages: without one, browsers ask for `/favicon.ico`. It is a file, as strict sites allow no
 * `data:` address.
 */
export const PAGE_ICON = 'icon.svg';

/** Three rising bars. */
export function pageIcon(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="6" fill="#1a5296"/>
<path d="M9 25v-7m7 7V13m7 12V7" stroke="#fff" stroke-width="4"/>
</svg>
`;
}
