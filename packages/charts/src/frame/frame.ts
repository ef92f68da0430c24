import type { Answer } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { simulatedText, sourcesText } from '../figures/notes.ts';
import type { Furniture, OutlineItem, SampleItem, TextItem } from '../scene.ts';
import { type Block, textBlock } from './block.ts';
import type { Setting } from './setting.ts';

/** A line of a legend or a note: words, and perhaps a sample of what they explain. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly sample: Pick<SampleItem, 'shape' | 'look' | 'colour' | 'texture'> | null;
}

export interface FrameContent {
  readonly legend: readonly Entry[];
  /** The unit, at the top left; empty for none. */
  readonly caption: string;
  /** Below the chart, above the sources. */
  readonly notes: readonly Entry[];
}

/** What stands above and below the axes. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  /** Where the axes may begin. */
  readonly top: number;
  readonly head: Furniture;
  readonly footHeight: number;
  foot(top: number): Furniture;
}

const SAMPLE_WIDTH: Readonly<Record<SampleItem['shape'], number>> = { bar: 14, line: 22 };

/** Sets title, subtitle, legend, unit and the mark of simulated data above, and notes and sources below. */
export function frameOf(answer: Answer, format: Formatter, content: FrameContent, setting: Setting): Frame {
  const { paddingPx, widthPx, type, title, subtitle } = setting;
  const [left, right] = [paddingPx, widthPx - paddingPx];
  const head = new Stack(setting, left, right, paddingPx);
  head.text({ id: 'title', role: 'lt-title', text: title, fontSize: type.title, weight: 600, maxLines: 4 });
  head.space(title && subtitle ? 2 : 0);
  head.text({ id: 'subtitle', role: 'lt-subtitle', text: subtitle, fontSize: type.subtitle, maxLines: 4 });
  head.space(title || subtitle ? 10 : 0);
  head.entries(content.legend, { role: 'lt-name', fontSize: type.name });
  head.space(content.legend.length > 0 ? 6 : 0);
  head.ends(content.caption, simulatedText(answer, format));

  const foot = (top: number): Stack => {
    const stack = new Stack(setting, left, right, top);
    stack.space(content.notes.length > 0 ? 10 : 0);
    stack.entries(content.notes, { role: 'lt-footnote', fontSize: type.small });
    const sources = setting.sources ? sourcesText(answer, format) : '';
    stack.space(sources ? 10 : 0);
    stack.text({ id: 'sources', role: 'lt-footnote', text: sources, fontSize: type.small, maxLines: 6 });
    return stack;
  };
  const footHeight = foot(0).y + paddingPx;
  return { left, right, top: head.y, head, footHeight, foot };
}

type StackSetting = Pick<Setting, 'measure' | 'type'>;
type TextSpec = Pick<Parameters<typeof textBlock>[0], 'id' | 'role' | 'text' | 'fontSize' | 'weight' | 'maxLines'>;

/** Furniture set line below line. */
class Stack implements Furniture {
  readonly texts: TextItem[] = [];
  readonly rules = [];
  readonly samples: SampleItem[] = [];
  readonly outlines: OutlineItem[] = [];
  readonly #setting: StackSetting;
  readonly #left: number;
  readonly #right: number;
  y: number;

  constructor(setting: StackSetting, left: number, right: number, top: number) {
    this.#setting = setting;
    this.#left = left;
    this.#right = right;
    this.y = top;
  }

  space(height: number): void {
    this.y += height;
  }

  text(spec: TextSpec): void {
    if (spec.text) this.#put(this.#block(spec, this.#left));
  }

  /** Entries side by side, as many a row as fit. */
  entries(entries: readonly Entry[], { role, fontSize }: Pick<TextSpec, 'role' | 'fontSize'>): void {
    const full = this.#right - this.#left;
    let x = this.#left;
    let rowHeight = 0;
    for (const { id, text, sample } of entries) {
      const indent = sample ? SAMPLE_WIDTH[sample.shape] + 6 : 0;
      const spec = { id: `entry-${id}`, role, text, fontSize, maxLines: 3 };
      const probe = this.#block(spec, x + indent, full - indent);
      if (x > this.#left && x + indent + probe.width > this.#right) {
        this.y += rowHeight;
        x = this.#left;
        rowHeight = 0;
      }
      const block = this.#block(spec, x + indent, full - indent);
      this.texts.push(block.item);
      if (sample) {
        const y = block.item.y - fontSize * 0.36;
        this.samples.push({ id: `sample-${id}`, x, y, width: SAMPLE_WIDTH[sample.shape], ...sample });
      }
      rowHeight = Math.max(rowHeight, block.height + 2);
      x += indent + block.width + 18;
    }
    this.y += rowHeight;
  }

  /** The unit at the left end and the caution at the right in one row, or else one below the other. */
  ends(caption: string, caution: string): void {
    const { small } = this.#setting.type;
    const unit = caption
      ? this.#block({ id: 'caption', role: 'lt-caption', text: caption, fontSize: small, maxLines: 2 }, this.#left)
      : null;
    if (!caution) {
      if (unit) this.#put(unit);
      if (unit) this.y += 4;
      return;
    }
    const [padX, padY] = [7, 2];
    const room = this.#right - this.#left - 2 * padX;
    const spec = {
      id: 'caution',
      role: 'lt-caution',
      text: caution,
      fontSize: small,
      weight: 600,
      maxLines: 3,
    } as const;
    const note = this.#block(spec, 0, room, 'middle');
    const width = note.width + 2 * padX;
    const beside = unit !== null && unit.width + 16 + width <= this.#right - this.#left;
    if (unit && beside) this.texts.push({ ...unit.item, y: unit.item.y + padY + (note.height - unit.height) / 2 });
    const top = this.y;
    const x = beside || !unit ? this.#right - width : this.#left;
    this.texts.push({ ...note.item, x: x + width / 2, y: note.item.y + padY });
    this.outlines.push({
      id: 'caution-box',
      role: 'lt-caution-box',
      x,
      y: top,
      width,
      height: note.height + 2 * padY,
    });
    this.y += note.height + 2 * padY + 4;
    if (unit && !beside) {
      this.#put({ ...unit, item: { ...unit.item, y: unit.item.y + (this.y - top) } });
      this.y += 4;
    }
  }

  #block(spec: TextSpec, x: number, maxWidth = this.#right - this.#left, anchor: TextItem['anchor'] = 'start'): Block {
    return textBlock({ ...spec, x, top: this.y, maxWidth, anchor, measure: this.#setting.measure });
  }

  #put(block: Block): void {
    this.texts.push(block.item);
    this.y += block.height;
  }
}
