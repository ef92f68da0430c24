import { plainText } from './missing.ts';

/** A quick look before the whole test, which costs more. */
const MAY_BE_TOTAL = /[计总汇]|total|sum/i;
const TOTAL = /^(合计|总计|小计|共计|总和|汇总|total|subtotal|sum)$|(合计|小计|总计)$/i;
const LONGEST = 20;

/** True where `text` stands in the place of a name to say that its row adds up others: 合计, 合　计, 全县合计, Total. */
export function isTotal(text: string): boolean {
  return text.length < LONGEST && MAY_BE_TOTAL.test(text) && TOTAL.test(plainText(text).replaceAll(/\s+/g, ''));
}
