import type { Answer, Blueprint, FilterSettings, Query, WidgetDocument } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import type { ReactiveControllerHost } from 'lit';

/** The widget as its menu sees it at the moment when the reader uses it. */
export interface MenuState {
  /** Undefined for a widget that was not baked: then nothing is offered that needs published files. */
  readonly document?: WidgetDocument | undefined;
  /** The absolute address of `document`. */
  readonly documentUrl?: string | undefined;
  readonly blueprint: Blueprint;
  readonly answer: Answer;
  readonly settings: FilterSettings;
  /** What `answer` answers: the blueprint's question with the filters at `settings`. */
  readonly query: Query;
  /** Undefined where the widget follows the page's colour scheme. */
  readonly theme?: 'light' | 'dark' | undefined;
  readonly size: 'regular' | 'large';
  /** Opens the data table and brings it into view. */
  openTable(): void;
  /** Opens the sources and brings them into view. */
  openSources(): void;
  /** Has the widget's live region say something. */
  say(words: string): void;
}

/** The element that a menu belongs to. */
export type MenuHost = ReactiveControllerHost & HTMLElement;

/** What an item works on. */
export interface MenuTask {
  readonly state: MenuState;
  readonly format: Formatter;
  /** The element that the menu belongs to. */
  readonly host: HTMLElement;
  openEmbed(): Promise<void>;
}
