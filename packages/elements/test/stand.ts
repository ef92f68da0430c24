import type { AskOptions } from '@lantu/engine';
import type { Answer, Catalog, Query } from '@lantu/spec';
import { ContextProvider } from '@lit/context';
import { LitElement, type nothing, render, type TemplateResult } from 'lit';
import type { Connection } from '../src/catalog/connection.ts';
import { type CatalogState, catalogContext } from '../src/catalog/context.ts';

/** One question that an element asked, to be answered, refused or let go by the test. */
export interface Asked {
  readonly query: Query;
  readonly options: AskOptions;
  answer(answer: Answer): void;
  fail(error: unknown): void;
}

/** A connection whose questions wait in `asked` until the test answers them. */
export class FakeConnection implements Connection {
  readonly url = 'https://catalog.test/datapackage.json';
  readonly catalog = {} as Catalog;
  readonly asked: Asked[] = [];

  ask(query: Query, options: AskOptions = {}): Promise<Answer> {
    return new Promise((answer, fail) => {
      options.signal?.addEventListener('abort', () => fail(options.signal?.reason));
      this.asked.push({ query, options, answer, fail });
    });
  }

  /** The question asked last. @throws {Error} where nothing was asked */
  get last(): Asked {
    const asked = this.asked.at(-1);
    if (!asked) throw new Error('nothing was asked');
    return asked;
  }
}

/** Stands where a `<lantu-catalog>` would, with a state that the test sets. */
class TestCatalog extends LitElement {
  readonly provider = new ContextProvider(this, { context: catalogContext, initialValue: { status: 'pending' } });

  protected override createRenderRoot(): this {
    return this;
  }
}
customElements.define('test-catalog', TestCatalog);

export interface Stand {
  readonly connection: FakeConnection;
  readonly root: HTMLElement;
  setCatalog(state: CatalogState): void;
  /** The element of that selector. @throws {Error} where there is none */
  find<E extends Element = HTMLElement>(selector: string): E;
}

let clear: (() => void) | undefined;

/** Shows `content` inside an open catalog, in a page of its own; what stood before goes. */
export function stand(content: TemplateResult | typeof nothing): Stand {
  clear?.();
  const root = document.createElement('test-catalog') as TestCatalog;
  document.body.append(root);
  clear = () => root.remove();
  const connection = new FakeConnection();
  root.provider.setValue({ status: 'complete', connection });
  render(content, root);
  return {
    connection,
    root,
    setCatalog: (state) => root.provider.setValue(state),
    find: <E extends Element>(selector: string) => found<E>(root, selector),
  };
}

/** `selector` in `scope`, or in its shadow root where it has one. @throws {Error} where there is none */
export function found<E extends Element = HTMLElement>(scope: Element, selector: string): E {
  const element = (scope.shadowRoot ?? scope).querySelector<E>(selector);
  if (!element) throw new Error(`no ${selector} in <${scope.localName}>`);
  return element;
}

/** What `scope` shows, without the white space between its parts. */
export function textOf(scope: Element): string {
  return (scope.shadowRoot ?? scope).textContent.replace(/\s+/g, ' ').trim();
}

/** The next event of that type from `target`. */
export function heard<T>(target: EventTarget, type: string): Promise<CustomEvent<T>> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as CustomEvent<T>), { once: true });
  });
}
