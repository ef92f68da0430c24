interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

type Policy = ReturnType<TrustedTypes['createPolicy']>;

const POLICY = 'lantu';
const SHARED = Symbol.for('@lantu/engine/trusted-types-policy/1');

/**
 * The address of a script as `new Worker` takes it, also in a page whose Content Security Policy has `require-trusted-types-for
 * 'script'`: such a page allows the policy by `trusted-types lantu`. The policy is made once for all copies of this module, since a
 * page can have only one of a name.
 *
 * @throws {TypeError} where `url` is of another origin, or the page's Content Security Policy does not allow the policy
 */
export function trustedUrl(url: string): string {
  const shared = globalThis as { trustedTypes?: TrustedTypes; [SHARED]?: Policy };
  if (!shared.trustedTypes) return url;
  shared[SHARED] ??= shared.trustedTypes.createPolicy(POLICY, { createScriptURL: ofThisOrigin });
  return shared[SHARED].createScriptURL(url);
}

function ofThisOrigin(url: string): string {
  const { document, origin } = globalThis as unknown as {
    readonly document: { readonly baseURI: string };
    readonly origin: string;
  };
  if (new URL(url, document.baseURI).origin === origin) return url;
  throw new TypeError(`a worker's script must come from ${origin}, received ${url}`);
}
