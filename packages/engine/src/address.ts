/**
 * `url` made absolute, relative to the document (in a worker: to its script).
 *
 * @throws {TypeError} where it is no address, or relative where there is nothing to be relative to
 */
export function absolute(url: string): string {
  const { document, location } = globalThis as {
    readonly document?: { readonly baseURI: string };
    readonly location?: { readonly href: string };
  };
  return new URL(url, document?.baseURI ?? location?.href).href;
}
