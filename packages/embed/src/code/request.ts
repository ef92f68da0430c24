import type { Locale } from '@lantu/spec';

/** Ways to put a widget into a page. */
export const EMBED_WAYS = ['element', 'iframe', 'picture', 'oembed'] as const;
export type EmbedWay = (typeof EMBED_WAYS)[number];

/** What stands in the element's code before and without script: a picture with its address, the picture itself as inline SVG, or nothing. */
export const STILL_PICTURES = ['linked', 'inline', 'none'] as const;
export type StillPicture = (typeof STILL_PICTURES)[number];

export const EMBED_THEMES = ['light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

/** Hashes as the attribute `integrity` takes them: `sha384-…` in base64. */
export interface EmbedIntegrity {
  /** Of the loader `embed.js`. */
  readonly loader: string;
  /** Of the loader's chunks, by their address relative to the loader's folder, as `integrity.json` beside it lists them: `assets/menu-Bx3k.js`. */
  readonly chunks?: Readonly<Record<string, string>>;
  /** Of the frozen widget document. A live document changes, so only a frozen one can be held to a hash. */
  readonly document?: string;
  /** Of the host page's half of the iframe bridge, `frame.js`. */
  readonly frame?: string;
}

/** What is to be embedded, how, and where its files are. Addresses are absolute (http, https) or relative to the page that embeds. */
export interface EmbedRequest {
  readonly way: EmbedWay;
  /** The widget's folder, the one with the live `widget.json`: `https://example.gov.cn/widgets/income/`. */
  readonly folder: string;
  /** The version's name, 16 hexadecimal digits: the frozen folder inside `folder`. */
  readonly version: string;
  /** The loader `embed.js`; `frame.js` lies beside it. */
  readonly loader: string;
  /** The widget's title in `locale`. */
  readonly title: string;
  /** The text alternative of the picture; without it the title. */
  readonly alternative?: string;
  /** True: pinned to `version`, never changes. False or left out: follows new data. */
  readonly frozen?: boolean;
  /** The language. Without it an element follows its page, the other ways show zh-CN. */
  readonly locale?: Locale;
  /** Without it the widget follows the reader's setting. */
  readonly theme?: EmbedTheme;
  /** `large` for text of at least 18 px and targets of at least 44 px. */
  readonly size?: 'large';
  /** Of the picture or frame. Without it, it is as wide as the column that it stands in. */
  readonly widthPx?: number;
  /** Of the picture, or of the frame before it knows its content's height. */
  readonly heightPx?: number;
  /** Of the picture for narrow windows, `<locale>.<theme>.narrow.svg`; without it there is the wide one only. */
  readonly narrowHeightPx?: number;
  /** For the element: the fragment `<locale>.still.html` or `<locale>.inline.html`, see {@link stillName}. Left out: the two bare lines. */
  readonly still?: string;
  /** For a frozen element: the text of its `widget.json`, put into the code so that it need not be fetched. */
  readonly document?: string;
  /**
   * For an element at the top of its page: what its loader asks for first is fetched beside the loader instead of after it. This is its
   * document and, where nothing stands inside it and its `locale` is given, the still that is brought into it. Further down the page it
   * would be fetched too early. A document with a hash is not: browsers may fetch it twice.
   */
  readonly preload?: boolean;
  readonly integrity?: EmbedIntegrity;
}
