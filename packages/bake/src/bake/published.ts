import type { Answer, Blueprint, FileRef, FilterSettings, Locale, WidgetDocument } from '@lantu/spec';

/** Where the loader is looked for, from the folder of all widgets. */
export const LOADER = '../embed/embed.js';

/** In words, what {@link isFolderAddress} allows. */
export const FOLDER_ADDRESS = 'an absolute address such as https://example.gov.cn/widgets/';

/** Whether `address` is an absolute one of a folder, with a slash at its end or without. */
export function isFolderAddress(address: string): boolean {
  return /^https?:\/\/[^/?#]+[^?#]*$/.test(address);
}

/** The name of a frozen folder. */
export const VERSION = /^[0-9a-f]{16}$/;

/** The colours that pictures are drawn in. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Files by their name in a folder. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What is published of one widget: what its pictures, texts and tables are made of. */
export interface PublishedInput {
  readonly blueprint: Blueprint;
  /** To the blueprint's first question. */
  readonly answer: Answer;
  /** What the filters stand at in `answer`, one for each of the blueprint's. */
  readonly settings: FilterSettings;
  /** All published answers, those to what the filters offer among them. */
  readonly answers: readonly Answer[];
  /** The languages to publish in; at least one. */
  readonly locales: readonly Locale[];
  /** By language, every character that a title, label or name can have in any state of the filters: the fonts must hold them. */
  readonly glyphs: Readonly<Partial<Record<Locale, string>>>;
}

/** Where a page is to stand, and what it may point to. */
export interface PageInput extends PublishedInput {
  readonly document: WidgetDocument;
  /** `live`: in `DIR/<id>/`, follows new data. `frozen`: in `DIR/<id>/<version>/`, never changes. */
  readonly kind: 'live' | 'frozen';
  /** 16 hexadecimal digits. */
  readonly version: string;
  /** The address of the loader, `embed.js`: relative to the page, or absolute. */
  readonly loader: string;
  /** The absolute address of DIR once it is published, with a slash at its end; undefined where `--base-url` named none. */
  readonly baseUrl?: string;
  /** The pictures, by name. */
  readonly pictures: Files;
  /** The files that stand in the same folder as the page, other pages excepted: `widget.json`, pictures, fonts. By name. */
  readonly files: ReadonlyMap<string, FileRef>;
}
