/** Ways to write that a number or date is missing, after {@link plainText}. */
const MARKERS = [
  '',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'none',
  'nil',
  '-',
  '--',
  '---',
  '—',
  '——',
  '…',
  '……',
  '...',
  '......',
  '/',
  '\\',
  '空',
  '无',
  '缺',
  '未报',
  '暂无',
  '不详',
];

/** The markers that no text in its own right is written as. */
const TEXT_MARKERS = ['', '#n/a', 'n/a', 'null', 'nan', '-', '--', '---', '—', '——', '…', '……', '/'];

const MISSING = new Set(MARKERS);
const MISSING_TEXT = new Set(TEXT_MARKERS);

/** Half-width digits, letters and punctuation, without blanks around: １，２００ → 1,200. Nothing else is changed. */
export function plainText(text: string): string {
  if (/^[\x21-\x7e]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200d\ufeff]/g, '')
    .replaceAll('−', '-')
    .trim();
}

/** True where `text` is a way to write that a number or date is missing: NA, —, 空, 无 … */
export function isMissingMarker(text: string): boolean {
  return text.length <= 6 && MISSING.has(plainText(text).toLowerCase());
}

/** True where `text` is such a marker even among texts: 无 and NA may mean something there, `#N/A` and — do not. */
export function isMissingText(text: string): boolean {
  return text.length <= 6 && MISSING_TEXT.has(plainText(text).toLowerCase());
}
