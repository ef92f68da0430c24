/** The letters that each prefix can stand before. */
const AFTER_PREFIX: Readonly<Record<string, string>> = {
  ག: 'ཅཉཏདནཙཞཟཡཤས',
  ད: 'ཀགངཔབམ',
  བ: 'ཀགཅཏདཙཞཟཤས',
  མ: 'ཁགངཆཇཉཐདནཚཛ',
  འ: 'ཁགཆཇཐདཕབཚཛ',
};
const PREFIXES = Object.keys(AFTER_PREFIX).join('');
const HEAD_LETTERS = 'རལས';

/** Three letters without a vowel of which the first is the root, although it could be a prefix: དངས, མངས, མགས. */
const ROOT_FIRST = /^(?:[དམ]ང|མག)ས$/;

/** A letter with what is stacked below it and its vowel. */
const STACK = /[ཀ-ཬ][ཱ-྄ྍ-ྼ]*/g;

/**
 * Compares by the order of Tibetan dictionaries, which is by root letter: དབུས is found under བ and སྐ under ཀ. Under one root come
 * the bare letter, then prefixes, then head letters, then both; then suffixes, vowels and subjoined letters. Numbers go by size.
 *
 * The rule is that of CLDR's collation for `bo`, which browsers do not carry.
 */
export function compareTibetan(a: string, b: string): number {
  const [first, second] = [sortKey(a), sortKey(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

const MOST_KEYS = 20_000;
const keys = new Map<string, string>();

function sortKey(text: string): string {
  let key = keys.get(text);
  if (key === undefined) {
    key = text
      .replace(/\d+/g, (digits) => digits.padStart(16, '0'))
      .replace(/[ཀ-ྼ]+/g, syllableKey)
      .replace(/[་།]+/g, '\0');
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(text, key);
  }
  return key;
}

/** The root letter, a character for its prefix and head letter, and the rest of the syllable as it is. */
function syllableKey(syllable: string): string {
  const stacks = syllable.match(STACK) ?? [];
  const prefixed = hasPrefix(syllable, stacks);
  const prefix = prefixed ? PREFIXES.indexOf(syllable.charAt(0)) + 1 : 0;
  const stack = stacks[prefixed ? 1 : 0] ?? '';
  const head = headOf(stack);
  const root = head ? String.fromCharCode(stack.charCodeAt(1) - 0x50) : stack.charAt(0);
  const rank = head ? (prefix ? 8 : 5) + head : prefix;
  return root + String.fromCharCode(1 + rank) + stack.slice(head ? 2 : 1) + stacks.slice(prefixed ? 2 : 1).join('');
}

function hasPrefix(syllable: string, [first = '', second = '', third]: readonly string[]): boolean {
  const roots = AFTER_PREFIX[first];
  if (!roots || !second) return false;
  if (headOf(second)) return first === 'བ';
  if (!roots.includes(second.charAt(0))) return false;
  return second.length > 1 || (third !== undefined && !ROOT_FIRST.test(syllable));
}

/** 1 to 3 where the stack's top is a head letter (ར, ལ, ས) over its root; 0 where the top is the root, as in སླ. */
function headOf(stack: string): number {
  const below = stack.charAt(1);
  const isRoot = /[ྐ-ྼ]/.test(below) && !/[ྭྱྲླ]/.test(below);
  return isRoot ? HEAD_LETTERS.indexOf(stack.charAt(0)) + 1 : 0;
}
