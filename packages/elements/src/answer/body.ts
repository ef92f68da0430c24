import type { Scene } from '@lantu/charts';
import type { Blueprint } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import type { LitElement, nothing, TemplateResult } from 'lit';
import type { Answered } from './controller.ts';

/** The sizes of an element's text and targets. */
export const SIZES = ['regular', 'large'] as const;
export type Size = (typeof SIZES)[number];

/** What a body needs of the element that it is drawn in. */
export interface BodyHost {
  readonly element: LitElement;
  /** How wide the room inside the frame will be, where that is known before there is a frame. */
  readonly roomPx: () => number | undefined;
  /** The size that applies. */
  readonly size: () => Size;
  /** Says something to who cannot see it. */
  readonly say: (words: string) => void;
  /** The table of a scene, one interaction away; made once there is something to draw it, and a long one when it is first opened. */
  readonly tableDisclosure: (scene: Scene, answered: Answered, format: Formatter) => TemplateResult;
  /** The ways to take the table away. */
  readonly tableActions: (answered: Answered, format: Formatter) => TemplateResult | typeof nothing;
}

/** Where a reader is in a picture. */
export interface Reading {
  /** The pointer that a tooltip is shown to, in the window; undefined where keys led to the mark. */
  readonly pointer?: Pick<PointerEvent, 'clientX' | 'clientY'> | undefined;
  /** Which of the scene's marks is in focus. */
  readonly mark?: number | undefined;
}

/** How answers of one type are shown: all that stands between the heading and the sources. */
export interface Body {
  /**
   * `answered` drawn, for an answer with rows.
   *
   * @throws {LantuError} `chart/unsuited` where it cannot be drawn this way
   */
  draw(answered: Answered, format: Formatter): TemplateResult;
  /** Whether it is drawn, or has still to learn something from its layout. */
  isDrawn(): boolean;
  /** A class for the room that is kept free for `blueprint`, where one size does not fit all. */
  roomFor(blueprint: Blueprint): string;
  /** The height of the picture, where the body has one that can be given another: text is as high as it is. */
  readonly heightPx?: number | undefined;
  /**
   * Draws the picture that high, as far as its names and figures allow; those of later answers as much higher or lower than they are by
   * themselves as this one is. Undefined: as high as they are by themselves.
   */
  fit?(heightPx: number | undefined): void;
  /** Goes on where a reader was in the picture that was in the place of this one. */
  resume?(reading: Reading): void;
}
