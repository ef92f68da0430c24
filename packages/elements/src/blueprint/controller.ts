import type { Progress } from '@lantu/engine';
import { type Answer, type Blueprint, LantuError, queryKey } from '@lantu/spec';
import { ContextConsumer, ContextRoot } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { type Connection, connect } from '../catalog/connection.ts';
import { type CatalogState, catalogContext } from '../catalog/context.ts';
import { asLantuError } from '../error/as-lantu-error.ts';
import { withReport } from '../loading/progress.ts';
import { type BlueprintSource, readBlueprint, sameSource } from './source.ts';

/** An answer and the blueprint that it answers: shown together or not at all. */
export interface Answered {
  readonly blueprint: Blueprint;
  readonly answer: Answer;
}

interface Kept {
  /** The latest blueprint that could be read; it may be waiting for its answer. */
  readonly blueprint: Blueprint | undefined;
  /** The latest answer. It stays until the next one replaces it. */
  readonly answered: Answered | undefined;
}

/**
 * How far a host is with its blueprint. `initial`: nothing is asked, for want of a blueprint or of an open catalog; `pending`: an
 * answer is on its way.
 */
export type BlueprintState =
  | (Kept & { readonly status: 'initial' })
  | (Kept & { readonly status: 'pending'; readonly progress: readonly Progress[] })
  | (Kept & { readonly status: 'complete'; readonly answered: Answered })
  | (Kept & { readonly status: 'error'; readonly error: LantuError });

/** What a host says of its blueprint and its catalog; read before each of its updates. */
export interface BlueprintInputs {
  readonly source: BlueprintSource | undefined;
  /** The address of a catalog of the host's own; undefined: that of the nearest `<lantu-catalog>`. */
  readonly catalogUrl: string | undefined;
}

interface Question extends BlueprintInputs {
  readonly context: CatalogState | undefined;
}

const CATALOG_TAG = 'lantu-catalog';

/** Keeps the requests of elements that are there before their catalog is. */
const early = new ContextRoot();

/**
 * Leads a host from its blueprint to the answer. A new question cancels the one before, and so does leaving the document while one
 * is open; only the latest is ever answered to the host.
 */
export class BlueprintController implements ReactiveController {
  state: BlueprintState = { status: 'initial', blueprint: undefined, answered: undefined };
  readonly #host: LitElement;
  readonly #inputs: () => BlueprintInputs;
  #context: CatalogState | undefined;
  #question: Question | undefined;
  #running: AbortController | undefined;
  #read: { readonly source: BlueprintSource; readonly blueprint: Blueprint } | undefined;
  #answeredBy: Connection | undefined;

  constructor(host: LitElement, inputs: () => BlueprintInputs) {
    this.#host = host;
    this.#inputs = inputs;
    host.addController(this);
    early.attach(document.documentElement);
    new ContextConsumer(host, {
      context: catalogContext,
      subscribe: true,
      callback: (context) => {
        this.#context = context;
        host.requestUpdate();
      },
    });
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#context = undefined;
    if (this.state.status === 'complete') return;
    this.#running?.abort();
    this.#question = undefined;
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const inputs = this.#inputs();
    const question = { ...inputs, context: inputs.catalogUrl === undefined ? this.#context : undefined };
    if (this.#question && sameQuestion(this.#question, question)) return;
    this.#question = question;
    this.#running?.abort();
    this.#running = new AbortController();
    void this.#follow(question, this.#running.signal);
  }

  /** Asks again, from the reading of the blueprint on. */
  retry(): void {
    this.#question = undefined;
    this.#read = undefined;
    this.#answeredBy = undefined;
    this.#host.requestUpdate();
  }

  async #follow(question: Question, signal: AbortSignal): Promise<void> {
    const set = (state: BlueprintState): void => {
      if (signal.aborted) return;
      this.state = state;
      this.#host.requestUpdate();
    };
    const { answered } = this.state;
    let { blueprint } = this.state;
    try {
      if (!question.source) return set({ status: 'initial', blueprint: undefined, answered: undefined });
      set({ status: 'pending', blueprint, answered, progress: [] });
      blueprint = await this.#blueprintAt(question.source, signal);
      const connection = await this.#connectionFor(question);
      if (!connection) return set({ status: 'initial', blueprint, answered });
      if (
        answered &&
        connection === this.#answeredBy &&
        queryKey(answered.blueprint.query) === queryKey(blueprint.query)
      ) {
        return set({ status: 'complete', blueprint, answered: { blueprint, answer: answered.answer } });
      }
      set({ status: 'pending', blueprint, answered, progress: [] });
      let progress: readonly Progress[] = [];
      const onProgress = (report: Progress): void => {
        progress = withReport(progress, report);
        set({ status: 'pending', blueprint, answered, progress });
      };
      const answer = await connection.ask(blueprint.query, { signal, onProgress });
      if (!signal.aborted) this.#answeredBy = connection;
      set({ status: 'complete', blueprint, answered: { blueprint, answer } });
    } catch (thrown) {
      set({ status: 'error', blueprint, answered, error: asLantuError(thrown, 'engine/query-failed') });
    }
  }

  async #blueprintAt(source: BlueprintSource, signal: AbortSignal): Promise<Blueprint> {
    if (!this.#read || !sameSource(this.#read.source, source)) {
      this.#read = { source, blueprint: await readBlueprint(source, this.#where, signal) };
    }
    return this.#read.blueprint;
  }

  /** Undefined while the catalog around the host is not open: it says itself what is the matter with it. */
  async #connectionFor({ catalogUrl, context }: Question): Promise<Connection | undefined> {
    if (catalogUrl !== undefined) return connect(catalogUrl);
    if (context) return context.status === 'complete' ? context.connection : undefined;
    if (!customElements.get(CATALOG_TAG) && insideOf(this.#host, CATALOG_TAG)) return undefined;
    throw new LantuError('catalog/missing', 'there is no catalog to ask', {
      where: this.#where,
      allowed: `a place inside <${CATALOG_TAG} src="…">, or the address of a catalog in the attribute catalog`,
    });
  }

  get #where(): string {
    const { localName, id } = this.#host;
    return id ? `<${localName} id="${id}">` : `<${localName}>`;
  }
}

function sameQuestion(a: Question, b: Question): boolean {
  return a.catalogUrl === b.catalogUrl && a.context === b.context && sameSource(a.source, b.source);
}

function insideOf(element: Element, tag: string): boolean {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof Element && node.localName === tag) return true;
  }
  return false;
}
