import { type ErrorCode, LantuError } from '@lantu/spec';

/** `thrown` as the one error that elements show and tell; what is not one becomes the cause of one with `code`. */
export function asLantuError(thrown: unknown, code: ErrorCode): LantuError {
  if (thrown instanceof LantuError) return thrown;
  return new LantuError(code, thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}
