import type { Place } from '../answer.ts';
import type { Exactness, Nature, ObservationStatus } from '../dataset.ts';
import type { ErrorCode } from '../error.ts';
import type { Locale } from '../localized.ts';

/** The keys that come from lists elsewhere in the spec; the compiler asks for a text for each. */
export type ListedKey = `exactness.${Exactness}` | `nature.${Nature}` | `status.${ObservationStatus}`;

export type ListedControlKey = `error.${ErrorCode}` | `language.${Locale}` | `place.${Place}`;
