import { LantuError } from '../src/error.ts';

/** The error that `act` throws. @throws what else it throws, or an error where it throws nothing */
export function refusalOf(act: () => unknown): LantuError {
  try {
    act();
  } catch (error) {
    if (error instanceof LantuError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}
