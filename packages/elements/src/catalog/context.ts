import type { LantuError } from '@lantu/spec';
import { createContext } from '@lit/context';
import type { Connection } from './connection.ts';

/** What a catalog tells the elements inside it. */
export type CatalogState =
  | { readonly status: 'pending' }
  | { readonly status: 'complete'; readonly connection: Connection }
  | { readonly status: 'error'; readonly error: LantuError };

/**
 * The context by which `<lantu-catalog>` reaches its descendants. A page that answers queries in a way of its own can provide it
 * instead. The key is shared by all copies of this version on a page.
 */
export const catalogContext = createContext<CatalogState>(Symbol.for('@lantu/elements/catalog/1'));
