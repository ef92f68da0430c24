import { AREA_LEVELS, type AreaLevel, nearestFirst } from '@lantu/spec';
import { comparableCode, comparableName, hasSuffix, stem } from './names.ts';

/** A division as the dataset of areas describes it. */
export interface Area {
  readonly code: string;
  readonly level: AreaLevel;
  readonly name: string;
  /** The codes of the divisions it lies in, its own included. */
  readonly within: readonly string[];
  /** Codes that it had in older lists. */
  readonly formerCodes: readonly string[];
}

/** How a text was found to be an area: by its code, by a code of an older list, by its whole name, or by its name with another ending. */
export const AREA_MATCHES = ['code', 'former-code', 'name', 'other-ending'] as const;
export type AreaMatch = (typeof AREA_MATCHES)[number];

export type Resolution =
  | { readonly kind: 'found'; readonly area: Area; readonly by: AreaMatch }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Area[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly Area[] };

/** What is known of the area besides its text. */
export interface Scope {
  readonly level?: AreaLevel;
  /** For each parent that the row names, the codes that it may have; the area lies in one of each. */
  readonly within?: readonly (readonly string[])[];
}

const NEAREST = 5;

/** The divisions of a package, found by code or name. Nothing is chosen where several fit. */
export class AreaIndex {
  readonly areas: readonly Area[];
  readonly #byCode: ReadonlyMap<string, Area>;
  readonly #byFormerCode: ReadonlyMap<string, Area>;
  readonly #byName: ReadonlyMap<string, readonly Area[]>;
  readonly #byStem: ReadonlyMap<string, readonly Area[]>;

  constructor(areas: readonly Area[]) {
    this.areas = areas;
    this.#byCode = new Map(areas.map((area) => [area.code, area]));
    this.#byFormerCode = new Map(areas.flatMap((area) => area.formerCodes.map((code) => [code, area])));
    this.#byName = grouped(areas, (area) => comparableName(area.name));
    this.#byStem = grouped(areas, (area) => stem(comparableName(area.name), area.level));
  }

  byCode(code: string): Area | undefined {
    return this.#byCode.get(code);
  }

  /** The area that `text` is the code or name of, in its scope; with its parents' names in front too. `nearest`: whether an unknown one comes with those like it. */
  resolve(text: string, scope: Scope = {}, nearest = true): Resolution {
    const code = comparableCode(text);
    const found = code === undefined ? this.#byText(comparableName(text), scope) : this.#byDigits(code, scope);
    if (found) return found;
    return { kind: 'unknown', nearest: nearest ? this.#nearest(code, comparableName(text), scope) : [] };
  }

  /** The levels of the areas that `text` may mean, of `level` alone where it is given: none for what is no area. */
  levelsOf(text: string, level?: AreaLevel): readonly AreaLevel[] {
    const found = this.resolve(text, level ? { level } : {}, false);
    const areas = found.kind === 'found' ? [found.area] : found.kind === 'ambiguous' ? found.candidates : [];
    return AREA_LEVELS.filter((each) => areas.some((area) => area.level === each));
  }

  /** The name of an area with those of the divisions above it: 山南市 加查县 加查镇 久堆村委会. */
  fullName({ within, code }: Area): string {
    const names = within.filter((each) => each !== code && each.length > 2).sort((a, b) => a.length - b.length);
    return [...names, code].map((each) => this.#byCode.get(each)?.name ?? each).join(' ');
  }

  #byDigits(code: string, scope: Scope): Resolution | undefined {
    const current = this.#byCode.get(code);
    const area = current ?? this.#byFormer(code);
    return area && fits(area, scope) ? { kind: 'found', area, by: current ? 'code' : 'former-code' } : undefined;
  }

  /** A code whose county has another number now keeps its last digits. */
  #byFormer(code: string): Area | undefined {
    const county = this.#byFormerCode.get(code.slice(0, 6));
    return county && this.#byCode.get(`${county.code}${code.slice(6)}`);
  }

  #byText(text: string, scope: Scope): Resolution | undefined {
    const exact = within(this.#byName.get(text), scope);
    if (exact.length > 0) return outcome(exact, 'name');
    const loose = within(this.#loose(text, scope.level), scope);
    if (loose.length > 0) return outcome(loose, 'other-ending');
    return this.#behindParents(text, scope);
  }

  #nearest(code: string | undefined, text: string, scope: Scope): Area[] {
    if (code !== undefined) {
      const pool = this.areas.filter(
        (each) => each.code.length === code.length && each.code.startsWith(code.slice(0, 4)),
      );
      const codes = nearestFirst(
        pool.map((each) => each.code),
        code,
      );
      return codes.slice(0, NEAREST).flatMap((each) => this.#byCode.get(each) ?? []);
    }
    const pool = this.areas.filter((each) => fits(each, scope));
    const names = nearestFirst(
      pool.map((each) => each.name),
      text,
    ).slice(0, NEAREST);
    return names.flatMap((name) => pool.filter((each) => each.name === name)).slice(0, NEAREST);
  }

  /** Areas of the same stem; an ending that belongs to other levels only rules an area out. */
  #loose(text: string, level: AreaLevel | undefined): readonly Area[] {
    const levels = level ? [level] : AREA_LEVELS;
    const ended = levels.filter((each) => hasSuffix(text, each));
    return (ended.length > 0 ? ended : levels).flatMap((each) =>
      (this.#byStem.get(stem(text, each)) ?? []).filter((area) => area.level === each),
    );
  }

  #behindParents(text: string, scope: Scope): Resolution | undefined {
    for (let length = text.length - 1; length >= 2; length--) {
      const parents = (this.#byName.get(text.slice(0, length)) ?? []).filter((each) => each.level !== 'village');
      if (parents.length === 0) continue;
      const rest = text.slice(length);
      const scoped = { ...scope, within: [...(scope.within ?? []), parents.map((each) => each.code)] };
      const found = this.#byText(rest, scoped);
      if (found) return found;
    }
    return undefined;
  }
}

function outcome(areas: readonly Area[], by: AreaMatch): Resolution {
  const [area] = areas;
  return area && areas.length === 1 ? { kind: 'found', area, by } : { kind: 'ambiguous', candidates: areas };
}

function within(areas: readonly Area[] | undefined, scope: Scope): readonly Area[] {
  return (areas ?? []).filter((area) => fits(area, scope));
}

function fits(area: Area, { level, within: parents = [] }: Scope): boolean {
  return (
    (level === undefined || area.level === level) &&
    parents.every((codes) => codes.some((code) => area.within.includes(code)))
  );
}

function grouped(areas: readonly Area[], key: (area: Area) => string): Map<string, Area[]> {
  const groups = new Map<string, Area[]>();
  for (const area of areas) {
    const name = key(area);
    const group = groups.get(name);
    if (group) group.push(area);
    else groups.set(name, [area]);
  }
  return groups;
}
