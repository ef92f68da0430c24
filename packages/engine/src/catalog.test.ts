import { LantuError } from '@lantu/spec';
import { describe, expect, it } from 'vitest';
import { CATALOG_URL, FIGURES_URL, site } from '../test/village.ts';
import { datasetUrl, type Fetch, openCatalog } from './catalog.ts';

async function refusal(fetch: Fetch, url = CATALOG_URL): Promise<LantuError> {
  const error = await openCatalog(url, { fetch }).then(
    () => new Error('it was opened'),
    (reason: unknown) => reason,
  );
  if (error instanceof LantuError) return error;
  throw error;
}

describe('openCatalog', () => {
  it('gives the catalog, its model and its address, and fetches no dataset', async () => {
    const { fetch, requests } = await site();
    const { catalog, model, url } = await openCatalog(CATALOG_URL, { fetch });
    expect(url).toBe(CATALOG_URL);
    expect(datasetUrl(model.dataset('figures'), url)).toBe(FIGURES_URL);
    expect(catalog.name).toBe('village');
    expect(requests).toEqual([CATALOG_URL]);
  });

  it('names the address and the status where the server has no catalog there', async () => {
    const { fetch } = await site();
    const error = await refusal(fetch, 'https://portal.test/elsewhere.json');
    expect(error.code).toBe('catalog/missing');
    expect(error.where).toBe('https://portal.test/elsewhere.json');
    expect(error.received).toBe('HTTP 404 Not Found');
  });

  it('names the address and the cause where the network fails', async () => {
    const cause = new TypeError('fetch failed');
    const error = await refusal(() => Promise.reject(cause));
    expect(error.code).toBe('catalog/missing');
    expect(error.where).toBe(CATALOG_URL);
    expect(error.cause).toBe(cause);
  });

  it('shows the beginning of what is no JSON', async () => {
    const error = await refusal(async () => new Response('<!doctype html><title>Not here</title>'));
    expect(error.code).toBe('catalog/invalid');
    expect(error.received).toContain('<!doctype html>');
  });

  it('says what is wrong in JSON that is no catalog', async () => {
    const error = await refusal(async () => Response.json({ name: 'village' }));
    expect(error.code).toBe('catalog/invalid');
    expect(error.where).toContain(CATALOG_URL);
  });

  it('says that a text is no address', async () => {
    const error = await refusal(async () => new Response(), 'http://');
    expect(error.code).toBe('catalog/missing');
    expect(error.received).toBe('"http://"');
  });

  it('rejects with the reason of a signal that aborts', async () => {
    const { fetch } = await site();
    const reason = new Error('left');
    await expect(openCatalog(CATALOG_URL, { fetch, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
