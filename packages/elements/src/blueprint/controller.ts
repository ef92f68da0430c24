import { type Blueprint, LantuError } from '@lantu/spec';
import { ContextConsumer, ContextRoot } from '@lit/context';
import type { LitElement } from 'lit';
import { AnswerController } from '../answer/controller.ts';
import { type Connection, connect } from '../catalog/connection.ts';
import { type CatalogState, catalogContext } from '../catalog/context.ts';
import { filtering } from '../filters/filtering.ts';
import { type BlueprintSource, readBlueprint, sameSource } from './source.ts';

/** What a host says of its blueprint and its catalog; read before each of its updates. */
export interface BlueprintInputs {
  readonly source: BlueprintSource | undefined;
  /** The address of a catalog of the host's own; undefined: that of the nearest `<lantu-catalog>`. */
  readonly catalogUrl: string | undefined;
}

interface Source {
  readonly blueprint: BlueprintSource;
  readonly catalogUrl: string | undefined;
  readonly context: CatalogState | undefined;
}

const CATALOG_TAG = 'lantu-catalog';

/** Keeps the requests of elements that are there before their catalog is. */
const early = new ContextRoot();

/** Leads a host from its blueprint, by way of a catalog, to the answer. */
export class BlueprintController extends AnswerController<Source> {
  override readonly filtering = filtering;
  readonly #inputs: () => BlueprintInputs;
  #context: CatalogState | undefined;
  #read: { readonly source: BlueprintSource; readonly blueprint: Blueprint } | undefined;

  constructor(host: LitElement, inputs: () => BlueprintInputs) {
    super(host);
    this.#inputs = inputs;
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

  override hostDisconnected(): void {
    this.#context = undefined;
    super.hostDisconnected();
  }

  protected override source(): Source | undefined {
    const { source, catalogUrl } = this.#inputs();
    return source && { blueprint: source, catalogUrl, context: catalogUrl === undefined ? this.#context : undefined };
  }

  protected override isSame(a: Source, b: Source): boolean {
    return a.catalogUrl === b.catalogUrl && a.context === b.context && sameSource(a.blueprint, b.blueprint);
  }

  protected override async read({ blueprint: source }: Source, signal: AbortSignal): Promise<Blueprint> {
    if (!this.#read || !sameSource(this.#read.source, source)) {
      this.#read = { source, blueprint: await readBlueprint(source, this.#where, signal) };
    }
    return this.#read.blueprint;
  }

  /** Undefined while the catalog around the host is not open: it says itself what is the matter with it. */
  protected override async connect({ catalogUrl, context }: Source): Promise<Connection | undefined> {
    if (catalogUrl !== undefined) return connect(catalogUrl);
    if (context) return context.status === 'complete' ? context.connection : undefined;
    if (!customElements.get(CATALOG_TAG) && insideOf(this.host, CATALOG_TAG)) return undefined;
    throw new LantuError('catalog/missing', 'there is no catalog to ask', {
      where: this.#where,
      allowed: `a place inside <${CATALOG_TAG} src="…">, or the address of a catalog in the attribute catalog`,
    });
  }

  protected override forget(): void {
    this.#read = undefined;
  }

  get #where(): string {
    const { localName, id } = this.host;
    return id ? `<${localName} id="${id}">` : `<${localName}>`;
  }
}

function insideOf(element: Element, tag: string): boolean {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof Element && node.localName === tag) return true;
  }
  return false;
}
