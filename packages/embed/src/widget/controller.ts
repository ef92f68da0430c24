import { AnswerController, type Answers } from '@lantu/elements/answer';
import type { Blueprint } from '@lantu/spec';
import type { LitElement } from 'lit';
import { PublishedAnswers } from './answers.ts';
import { forgetWidget, type Published, readWidget, type WidgetSource } from './document.ts';
import type { Engine } from './engine.ts';
import { part } from './part.ts';

/** What a widget says of its document; read before each of its updates. */
export interface WidgetInputs {
  /** Undefined while nothing is to be fetched. */
  readonly source: WidgetSource | undefined;
  readonly engine: Engine;
}

interface Source {
  readonly widget: WidgetSource;
  readonly engine: Engine;
}

/** Leads a widget from its document to the answer. */
export class WidgetController extends AnswerController<Source> {
  /** The document that was read last. */
  published: Published | undefined;
  readonly #inputs: () => WidgetInputs;
  readonly #getReady: (blueprint: Blueprint) => Promise<unknown>;
  #answers: { readonly of: Published; readonly engine: Engine; readonly answers: Answers } | undefined;

  /** @param getReady fetches what is needed to draw a blueprint */
  constructor(host: LitElement, inputs: () => WidgetInputs, getReady: (blueprint: Blueprint) => Promise<unknown>) {
    super(host);
    this.#inputs = inputs;
    this.#getReady = getReady;
  }

  protected override source(): Source | undefined {
    const { source, engine } = this.#inputs();
    return source && { widget: source, engine };
  }

  protected override isSame(a: Source, b: Source): boolean {
    return JSON.stringify(a) === JSON.stringify(b);
  }

  protected override async read({ widget }: Source, signal: AbortSignal): Promise<Blueprint> {
    const published = await readWidget(widget, `<${this.host.localName}>`);
    const { blueprint } = published.document;
    const filters = blueprint.filters?.length ? part(() => import('@lantu/elements/filters')) : undefined;
    await this.#getReady(blueprint);
    this.filtering ??= (await filters)?.filtering;
    signal.throwIfAborted();
    this.published = published;
    return blueprint;
  }

  protected override async connect({ engine }: Source): Promise<Answers | undefined> {
    const { published } = this;
    if (published && (this.#answers?.of !== published || this.#answers.engine !== engine)) {
      this.#answers = { of: published, engine, answers: new PublishedAnswers(published, engine, this.filtering) };
    }
    return this.#answers?.answers;
  }

  protected override forget(): void {
    const { source } = this.#inputs();
    if (source) forgetWidget(source);
    this.#answers = undefined;
  }
}
