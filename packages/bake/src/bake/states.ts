import type { Blueprint, ChoiceSetting, FilterControl, FilterSettings, Option, RangeSetting } from '@lantu/spec';

type Setting = ChoiceSetting | RangeSetting;

/**
 * Settings of one filter that are alike: a question with any of them has the same form, and so the same places can answer it.
 * `all`, `one`: of a choice; `open`, `from`, `to`, `same`, `span`: of a range, by which of its ends are set.
 */
interface Positions {
  readonly kind: 'all' | 'one' | 'open' | 'from' | 'to' | 'same' | 'span';
  readonly count: number;
  settings(): Iterable<Setting>;
}

/** States of a blueprint's filters that are alike. */
export interface States {
  /** Of each filter, in words: `area: one value, period: from … to …`. */
  readonly words: string;
  readonly count: number;
  /** One of them. */
  readonly sample: FilterSettings;
  all(): Iterable<FilterSettings>;
}

/**
 * All states that a blueprint's filters can be set to, in groups that are alike.
 *
 * @param options what each filter offers
 */
export function statesOf({ filters = [] }: Blueprint, options: readonly (readonly Option[])[]): States[] {
  const positions = filters.map((control, index) => positionsOf(control, options[index] ?? []));
  return combinations(positions).map((kinds) => ({
    words: kinds.map(({ kind }, index) => `${filters[index]?.field}: ${WORDS[kind]}`).join(', '),
    count: kinds.reduce((product, each) => product * each.count, 1),
    sample: kinds.map((each) => first(each.settings())),
    all: () => products(kinds),
  }));
}

const WORDS: Readonly<Record<Positions['kind'], string>> = {
  all: 'all',
  one: 'one value',
  open: 'all',
  from: 'from a value on',
  to: 'up to a value',
  same: 'one value',
  span: 'from a value to another',
};

function positionsOf(control: FilterControl, options: readonly Option[]): Positions[] {
  const values = options.map((each) => each.value);
  const size = values.length;
  const one = (each: (value: string | number) => Setting) => () =>
    values.map((value) => each(value as string | number));
  const positions: Positions[] =
    control.type === 'choice'
      ? [
          ...(control.required ? [] : [{ kind: 'all', count: 1, settings: () => [{}] } as const]),
          { kind: 'one', count: size, settings: () => values.map((value) => ({ value })) },
        ]
      : [
          { kind: 'open', count: 1, settings: () => [{}] },
          { kind: 'from', count: size, settings: one((from) => ({ from })) },
          { kind: 'to', count: size, settings: one((to) => ({ to })) },
          { kind: 'same', count: size, settings: one((from) => ({ from, to: from })) },
          { kind: 'span', count: (size * (size - 1)) / 2, settings: () => spans(values as (string | number)[]) },
        ];
  return positions.filter((each) => each.count > 0);
}

function* spans(values: readonly (string | number)[]): Generator<RangeSetting> {
  for (const [index, from] of values.entries()) {
    for (const to of values.slice(index + 1)) yield { from, to };
  }
}

function* products(kinds: readonly Positions[]): Generator<FilterSettings> {
  const [head, ...rest] = kinds;
  if (!head) {
    yield [];
    return;
  }
  for (const setting of head.settings()) {
    for (const others of products(rest)) yield [setting, ...others];
  }
}

function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((made, list) => made.flatMap((each) => list.map((item) => [...each, item])), [[]]);
}

function first(settings: Iterable<Setting>): Setting {
  for (const each of settings) return each;
  return {};
}
