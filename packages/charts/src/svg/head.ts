import type { Answer, Blueprint, ChartSpec, FilterSettings } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import type { ChartEnv } from '../scene.ts';
import { settingsTexts } from '../settings/settings.ts';

const WIDTH_PX = 640;
const CARD_WIDTH_PX = 360;

/** How wide a picture that travels is drawn, in pixels: as wide as a column of text; a card, which holds one number, is narrower. */
export function pictureWidth({ type }: ChartSpec): number {
  return type === 'kpi' ? CARD_WIDTH_PX : WIDTH_PX;
}

/**
 * What stands above a picture that travels: the blueprint's title; its subtitle, and what its filters are set to.
 *
 * @param answers those to the questions what the filters offer, among others
 */
export function pictureHead(
  blueprint: Blueprint,
  settings: FilterSettings,
  answers: readonly Answer[],
  format: Formatter,
): Pick<ChartEnv, 'subtitle'> & { readonly title: string } {
  const { title, subtitle } = blueprint;
  const set = settingsTexts(blueprint, settings, answers, format);
  const below = [...(subtitle ? [format.textIn(subtitle)] : []), ...set].join(' · ');
  return { title: format.textIn(title), ...(below && { subtitle: below }) };
}
