import type { LocalizedText } from '@lantu/spec';

/** A text in Chinese and, where there is one, in Tibetan and English. */
export function texts(zh: string, bo?: string, en?: string): LocalizedText {
  return { 'zh-CN': zh, ...(bo && { bo }), ...(en && { en }) };
}
