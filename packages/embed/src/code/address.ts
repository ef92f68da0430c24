import { LantuError, quoteValue } from '@lantu/spec';

const ALLOWED = 'an address of http or https, or one relative to the page';
const BASE = 'https://page.invalid/';

/**
 * `address` as it may stand in a page: spaces encoded, nothing else changed.
 *
 * @param what names the address in an error: `folder`
 * @throws {LantuError} `spec/invalid` when it is empty, has control characters, or is of another scheme than http and https (`javascript:`, `data:`)
 */
export function webAddress(address: string, what: string): string {
  const trimmed = address.trim();
  if (trimmed === '' || !['https:', 'http:'].includes(protocolOf(trimmed)) || /\p{Cc}/u.test(trimmed)) {
    throw new LantuError('spec/invalid', 'this address cannot be put into a page', {
      where: what,
      received: quoteValue(address),
      allowed: ALLOWED,
    });
  }
  return trimmed.replaceAll(' ', '%20');
}

function protocolOf(address: string): string {
  try {
    return new URL(address, BASE).protocol;
  } catch {
    return '';
  }
}

/** `name` inside a folder, whether or not the folder's address ends with a slash. */
export function inFolder(folder: string, name: string): string {
  return `${folder.replace(/\/*$/, '/')}${name}`;
}

/** A file that lies in the folder of `address`: beside `embed.js`, `frame.js`. */
export function beside(address: string, name: string): string {
  const [path = ''] = address.split(/[?#]/, 1);
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`;
}

/** Whether an address says its host, so that it means the same in every page. */
export function isAbsolute(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
