import * as v from 'valibot';
import { LOCALES } from './localized.ts';

export const localeSchema = v.picklist(LOCALES);

export const localizedTextSchema = v.strictObject({
  'zh-CN': v.pipe(v.string(), v.minLength(1)),
  bo: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
  en: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
});
