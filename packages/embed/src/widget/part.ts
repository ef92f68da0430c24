import { LantuError } from '@lantu/spec';

/**
 * A module that is fetched when it is first needed.
 *
 * @throws {LantuError} `data/interrupted` where it cannot be fetched
 */
export function part<Module>(load: () => Promise<Module>): Promise<Module> {
  return load().catch((cause: unknown) => {
    throw new LantuError('data/interrupted', 'a part of the widget’s code could not be fetched', {
      received: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  });
}
