import { dimensionText } from '@lantu/charts';
import {
  type Blueprint,
  type ChoiceSetting,
  type DimensionColumn,
  type FilterControl,
  type FilterSettings,
  type LantuError,
  OPTION,
  optionsOf,
  type RangeSetting,
  type Value,
} from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { tell } from '../events.ts';
import type { FilterOptions } from './options.ts';

/** How a controller answers for filters. */
interface FilterQuery {
  readonly settings: FilterSettings;
  readonly options: readonly FilterOptions[];
  firstSettings(blueprint: Blueprint): FilterSettings;
  set(index: number, setting: ChoiceSetting | RangeSetting): void;
  reset(): void;
  prepare(): void;
  retry(): void;
}

/** What the filters of an element are about. */
export interface Filtered {
  readonly element: LitElement;
  readonly blueprint: Blueprint;
  readonly filters: readonly FilterControl[];
  readonly query: FilterQuery;
  /** Why what a filter offers is not known. */
  readonly showError: (error: LantuError) => TemplateResult | typeof nothing;
}

/** One filter: what it is set to and what it offers. */
interface Control<Setting> {
  readonly control: FilterControl;
  readonly name: string;
  readonly setting: Setting;
  readonly offer: readonly Choice[];
  set(setting: Setting): void;
}

interface Choice {
  readonly value: Value;
  readonly text: string;
}

/** One `<select>`. */
interface Select {
  /** What it is called, where no `<label>` around it says so. */
  readonly label?: string;
  readonly value: Value | undefined;
  /** The words for no value; left out where there has to be one. */
  readonly open: string | undefined;
  readonly choices: readonly Choice[];
  isPossible?(value: Value): boolean;
  set(value: Value | undefined): void;
}

/** The filters that a reader can set: a `<select>` for a choice, two for a range, and a way back to how the blueprint has them. */
export function filtersView(
  { element, filters, blueprint, query, showError }: Filtered,
  format: Formatter,
): TemplateResult {
  const told = (change: () => void): void => {
    change();
    tell(element, 'lantu-filter', { settings: query.settings });
  };
  const views = filters.map((control, index) => {
    const options = query.options[index] ?? {};
    if (options.error) return showError(options.error);
    const shared = {
      control,
      name: nameOf(control, options, format),
      offer: offerOf(control, options, Object.values(query.settings[index] ?? {}), format),
      set: (setting: ChoiceSetting | RangeSetting) => told(() => query.set(index, setting)),
    };
    const setting = query.settings[index] ?? {};
    return control.type === 'choice'
      ? choiceView({ ...shared, setting: setting as ChoiceSetting }, format)
      : rangeView({ ...shared, setting: setting as RangeSetting }, format);
  });
  const isChanged = JSON.stringify(query.settings) !== JSON.stringify(query.firstSettings(blueprint));
  const reset = (event: Event): void => {
    if (event.currentTarget instanceof Element) event.currentTarget.parentElement?.querySelector('select')?.focus();
    told(() => query.reset());
  };
  const prepare = (): void => query.prepare();
  return html`<div
    class="filters"
    part="filters"
    role="group"
    aria-label=${format.text('filter')}
    @focusin=${prepare}
    @pointerenter=${prepare}
  >
    ${views}
    ${
      isChanged
        ? html`<button class="button" part="button" type="button" @click=${reset}>${format.text('filter.clear')}</button>`
        : nothing
    }
  </div>`;
}

function choiceView({ control, name, setting, offer, set }: Control<ChoiceSetting>, format: Formatter): TemplateResult {
  const isRequired = control.type === 'choice' && control.required;
  return html`<label class="filter">
    <span>${name}</span>
    ${selectView({
      value: setting.value,
      open: isRequired ? undefined : format.text('filter.all'),
      choices: offer,
      set: (value) => set(value === undefined ? {} : { value }),
    })}
  </label>`;
}

function rangeView({ name, setting, offer, set }: Control<RangeSetting>, format: Formatter): TemplateResult {
  const place = (value: Value | undefined): number => offer.findIndex((each) => each.value === value);
  const { from, to } = setting;
  const end = (key: 'from' | 'to', isPossible: (value: Value) => boolean): TemplateResult =>
    selectView({
      label: format.text(`filter.${key}`, { name }),
      value: setting[key],
      open: format.text('filter.open'),
      choices: offer,
      isPossible,
      set: (value) => {
        const { [key]: _, ...other } = setting;
        set(value === undefined ? other : { ...other, [key]: value });
      },
    });
  return html`<div class="filter" role="group" aria-label=${name}>
    <span aria-hidden="true">${name}</span>
    ${end('from', (value) => to === undefined || place(value) <= place(to))}
    <span aria-hidden="true">–</span>
    ${end('to', (value) => from === undefined || place(value) >= place(from))}
  </div>`;
}

function selectView({ label, value, open, choices, isPossible, set }: Select): TemplateResult {
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) set(choices[Number(target.value || Number.NaN)]?.value);
  };
  return html`<select part="select" aria-label=${label ?? nothing} @change=${onChange}>
    ${open === undefined ? nothing : html`<option value="" .selected=${live(value === undefined)}>${open}</option>`}
    ${choices.map(
      (choice, index) => html`<option
        value=${index}
        .selected=${live(choice.value === value)}
        ?disabled=${isPossible?.(choice.value) === false}
      >
        ${choice.text}
      </option>`,
    )}
  </select>`;
}

function columnOf({ answer }: FilterOptions): DimensionColumn | undefined {
  return answer?.columns.find((column): column is DimensionColumn => column.name === OPTION);
}

function nameOf({ label, field }: FilterControl, options: FilterOptions, { textIn }: Formatter): string {
  const title = label ?? columnOf(options)?.title;
  return title ? textIn(title) : field;
}

/** What is offered, in words; before it whatever of `set` is not: a reader must see it to be able to change it. */
function offerOf(
  control: FilterControl,
  options: FilterOptions,
  set: readonly Value[],
  format: Formatter,
): readonly Choice[] {
  const column = columnOf(options);
  const words = (value: Value): string =>
    column ? dimensionText(format, column, value, false) : value === null ? format.text('no-value') : String(value);
  const offered = (options.answer ? optionsOf(control, options.answer) : []).map(({ value }) => value);
  return [...set.filter((value) => !offered.includes(value)), ...offered].map((value) => ({
    value,
    text: words(value),
  }));
}
