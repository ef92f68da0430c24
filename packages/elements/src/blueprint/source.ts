import { type Blueprint, blueprintSchema, LantuError, parseAs, quoteValue } from '@lantu/spec';

/** Where an element's blueprint comes from: a document at an address, one written in the page, or an object given by script. */
export type BlueprintSource =
  | { readonly kind: 'property'; readonly value: unknown }
  | { readonly kind: 'src'; readonly url: string }
  | { readonly kind: 'script'; readonly text: string };

export function sameSource(a: BlueprintSource | undefined, b: BlueprintSource | undefined): boolean {
  if (a?.kind === 'property' && b?.kind === 'property') return a.value === b.value;
  if (a?.kind === 'src' && b?.kind === 'src') return a.url === b.url;
  if (a?.kind === 'script' && b?.kind === 'script') return a.text === b.text;
  return a === b;
}

/** The text of the first `<script type="application/json">` child of `element`; undefined where there is none. */
export function blueprintText(element: Element): string | undefined {
  const script = element.querySelector(':scope > script[type="application/json"]');
  return script?.textContent ?? undefined;
}

/**
 * The blueprint at `source`, checked. `where` names the element in messages.
 *
 * @throws {LantuError} `data/not-found` or `data/interrupted` where it cannot be fetched, `spec/invalid` where it is no JSON or no
 * blueprint
 */
export async function readBlueprint(source: BlueprintSource, where: string, signal: AbortSignal): Promise<Blueprint> {
  switch (source.kind) {
    case 'property':
      return parseAs(blueprintSchema, source.value, `the blueprint of ${where}`);
    case 'script':
      return parseAs(blueprintSchema, jsonOf(source.text, `the script in ${where}`), `the script in ${where}`);
    case 'src':
      return parseAs(blueprintSchema, jsonOf(await fetchText(source.url, signal), source.url), source.url);
  }
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LantuError('spec/invalid', 'a blueprint that is not JSON', {
      where,
      received: quoteValue(text),
      allowed: 'a JSON document',
      cause,
    });
  }
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new LantuError('data/interrupted', 'the blueprint could not be fetched', { where: url, cause });
  });
  if (!response.ok) {
    throw new LantuError('data/not-found', 'the blueprint could not be fetched', {
      where: url,
      received: `HTTP ${response.status}`,
      allowed: 'HTTP 200 and a JSON document',
    });
  }
  return response.text();
}
