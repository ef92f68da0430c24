import type { AskOptions, Progress } from '@lantu/engine';
import type { Answer, Blueprint, ChoiceSetting, FilterSettings, LantuError, Query, RangeSetting } from '@lantu/spec';
import type { LitElement, ReactiveController } from 'lit';
import type { Filtering } from '../filters/filtering.ts';
import type { FilterOptions } from '../filters/options.ts';
import { asLantuError } from './as-lantu-error.ts';
import { withReport } from './reports.ts';

/** An answer, the blueprint that it answers, and what its filters were set to: shown together or not at all. */
export interface Answered {
  readonly blueprint: Blueprint;
  readonly settings: FilterSettings;
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
export type AnswerState =
  | (Kept & { readonly status: 'initial' })
  | (Kept & { readonly status: 'pending'; readonly progress: readonly Progress[] })
  | (Kept & { readonly status: 'complete'; readonly answered: Answered })
  | (Kept & { readonly status: 'error'; readonly error: LantuError });

/** Who answers queries. */
export interface Answers {
  ask(query: Query, options?: AskOptions): Promise<Answer>;
  /** Fetches ahead what the next question will need. It may be called often, and never throws. */
  prepare?(): void;
}

/**
 * Leads a host from where its blueprint comes from, `Source`, to the answer, and on to the next when a reader sets a filter. A new
 * question cancels the one before, and so does leaving the document while one is open; only the latest is ever answered to the host.
 */
export abstract class AnswerController<Source> implements ReactiveController {
  state: AnswerState = { status: 'initial', blueprint: undefined, answered: undefined };
  /** What the filters are set to now; the answer on show may still be that of other settings. */
  settings: FilterSettings = [];
  /** One for each filter, in their order; empty ones are on their way. */
  options: readonly FilterOptions[] = [];
  /** Must be there by the time that a blueprint with filters is read. */
  filtering: Filtering | undefined;
  protected readonly host: LitElement;
  #following: { readonly source: Source | undefined } | undefined;
  #running: AbortController | undefined;
  #answeredBy: Answers | undefined;
  #offered: { readonly answers: Answers; readonly questions: string; readonly leave: AbortController } | undefined;

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  /** Where the blueprint comes from, undefined where there is none to show; read before each update of the host. */
  protected abstract source(): Source | undefined;

  protected abstract isSame(a: Source, b: Source): boolean;

  /** The blueprint at `source`. One that was read already costs nothing. */
  protected abstract read(source: Source, signal: AbortSignal): Promise<Blueprint>;

  /** Who answers; undefined while that is not known yet, and the host will hear of it. */
  protected abstract connect(source: Source, signal: AbortSignal): Promise<Answers | undefined>;

  /** Forgets what was read, so that it is read anew. */
  protected abstract forget(): void;

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    const isOffered = this.options.every(({ answer, error }) => answer || error);
    if (this.state.status === 'complete' && isOffered) return;
    this.#running?.abort();
    this.#following = undefined;
    this.#offered?.leave.abort();
    this.#offered = undefined;
  }

  hostUpdate(): void {
    if (!this.host.isConnected) return;
    const source = this.source();
    if (this.#following && this.#isFollowed(this.#following.source, source)) return;
    this.#following = { source };
    this.#running?.abort();
    this.#running = new AbortController();
    void this.#follow(source, this.#running.signal);
  }

  /** Asks again, from the reading of the blueprint on. Filters stay as they are set. */
  retry(): void {
    this.forget();
    this.#answeredBy = undefined;
    this.#offered?.leave.abort();
    this.#offered = undefined;
    this.#askAgain();
  }

  /** Sets the filter at `index`, and asks. */
  set(index: number, setting: ChoiceSetting | RangeSetting): void {
    this.settings = this.settings.map((each, at) => (at === index ? setting : each));
    this.#askAgain();
  }

  /** Sets all filters as the blueprint has them, and asks. */
  reset(): void {
    if (this.state.blueprint) this.settings = this.firstSettings(this.state.blueprint);
    this.#askAgain();
  }

  /** The question of a blueprint with its filters at these settings. */
  queryOf({ blueprint, settings }: Pick<Answered, 'blueprint' | 'settings'>): Query {
    return this.filtering?.filteredQuery(blueprint, settings) ?? blueprint.query;
  }

  /** The settings of a blueprint as it stands. */
  firstSettings(blueprint: Blueprint): FilterSettings {
    return this.filtering?.firstSettings(blueprint) ?? [];
  }

  /** Fetches ahead what the next question will need. */
  prepare(): void {
    this.#answeredBy?.prepare?.();
  }

  #askAgain(): void {
    this.#following = undefined;
    this.host.requestUpdate();
  }

  #isFollowed(a: Source | undefined, b: Source | undefined): boolean {
    return a && b ? this.isSame(a, b) : a === b;
  }

  async #follow(source: Source | undefined, signal: AbortSignal): Promise<void> {
    const set = (state: AnswerState): void => {
      if (signal.aborted) return;
      this.state = state;
      this.host.requestUpdate();
    };
    const { answered } = this.state;
    let { blueprint } = this.state;
    try {
      if (!source) return set({ status: 'initial', blueprint: undefined, answered: undefined });
      set({ status: 'pending', blueprint, answered, progress: [] });
      const read = await this.read(source, signal);
      if (signal.aborted) return;
      if (!blueprint || !sameFilters(blueprint, read)) this.settings = this.firstSettings(read);
      blueprint = read;
      const answers = await this.connect(source, signal);
      if (signal.aborted) return;
      if (!answers) return set({ status: 'initial', blueprint, answered });
      const { settings } = this;
      const query = this.queryOf({ blueprint, settings });
      this.#offer(blueprint, answers);
      if (answered && answers === this.#answeredBy && sameText(this.queryOf(answered), query)) {
        return set({ status: 'complete', blueprint, answered: { blueprint, settings, answer: answered.answer } });
      }
      set({ status: 'pending', blueprint, answered, progress: [] });
      let progress: readonly Progress[] = [];
      const onProgress = (report: Progress): void => {
        progress = withReport(progress, report);
        set({ status: 'pending', blueprint, answered, progress });
      };
      const answer = await answers.ask(query, { signal, onProgress });
      if (!signal.aborted) this.#answeredBy = answers;
      set({ status: 'complete', blueprint, answered: { blueprint, settings, answer } });
    } catch (thrown) {
      set({ status: 'error', blueprint, answered, error: asLantuError(thrown, 'engine/query-failed') });
    }
  }

  /** Asks what the filters offer, once for these filters and those who answer. */
  #offer(blueprint: Blueprint, answers: Answers): void {
    const { filtering } = this;
    const { filters = [] } = blueprint;
    if (!filtering) return;
    const questions = JSON.stringify([blueprint.query, filters]);
    if (this.#offered?.answers === answers && this.#offered.questions === questions) return;
    this.#offered?.leave.abort();
    const leave = new AbortController();
    this.#offered = { answers, questions, leave };
    this.options = filters.map(() => ({}));
    const know = (index: number, options: FilterOptions): void => {
      if (leave.signal.aborted) return;
      this.options = this.options.map((each, at) => (at === index ? options : each));
      this.host.requestUpdate();
    };
    filtering.askOptions(blueprint, (query) => answers.ask(query, { signal: leave.signal }), know);
  }
}

/** Whether what a reader has set in one blueprint still means the same in the other. */
function sameFilters(a: Blueprint, b: Blueprint): boolean {
  return a.id === b.id && sameText(a.filters, b.filters);
}

function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
