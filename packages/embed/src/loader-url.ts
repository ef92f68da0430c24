let address: string | undefined;

/** Says where the loader came from. Called by the loader, once. */
export function setLoaderUrl(url: string): void {
  address = url;
}

/** The absolute address of the `embed.js` that this page loaded; undefined where a bundler made the element part of an application. */
export function loaderUrl(): string | undefined {
  return address;
}
