import { LantuError } from '@lantu/spec';
import { answerOf } from './asked.ts';

/**
 * A published file, which must be the one that `integrity` (`sha384-…`) names, where it is given.
 *
 * @throws {LantuError} `data/not-found` where the server does not give it; `data/interrupted` where the server cannot be reached;
 * `data/corrupt` where it is another file
 */
export async function fetchFile(url: string, integrity?: string): Promise<Response> {
  const response = await answerOf(url, integrity).catch(async (cause: unknown) => {
    throw await failureOf(url, integrity, cause);
  });
  if (response.ok) return response;
  throw notFound(url, response);
}

function notFound(url: string, { status }: Response): LantuError {
  return new LantuError('data/not-found', 'a file of the widget could not be fetched', {
    where: url,
    received: `HTTP ${status}`,
    allowed: 'HTTP 200 with the file that was published',
  });
}

/** The browser says of a wrong hash no more than of a broken line: what it was is told by whether the file comes without one. */
async function failureOf(url: string, integrity: string | undefined, cause: unknown): Promise<LantuError> {
  const reachable = integrity ? await fetch(url).catch(() => undefined) : undefined;
  if (reachable && !reachable.ok) return notFound(url, reachable);
  if (integrity && reachable) {
    return new LantuError('data/corrupt', 'this is not the file that was published', {
      where: url,
      received: 'a file of another hash',
      allowed: integrity,
      cause,
    });
  }
  return new LantuError('data/interrupted', 'a file of the widget could not be fetched', { where: url, cause });
}
