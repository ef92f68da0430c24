import type { Scene } from '@lantu/charts';
import { answerTable, tableOf } from '@lantu/charts/table';
import type { Answer } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Answered } from '../answer/controller.ts';
import { sourcesStyles } from '../sources/sources.styles.ts';
import { sourcesView } from '../sources/sources.view.ts';
import { tableStyles } from '../table/table.styles.ts';
import { tableActions, tableView } from '../table/table.view.ts';

/** A table of more rows than this costs more than a page should pay before anybody asks for it. */
const LONG_TABLE = 200;

/** An answer, and the scene that it was drawn as; undefined where it could not be drawn. */
export interface Shown {
  readonly scene: Scene | undefined;
  readonly answered: Answered;
  readonly format: Formatter;
}

/** All that is needed inside the disclosures. Hosts that can do without until a reader turns to them fetch it then. */
export const details = {
  /** The table; a long one only where it is open. */
  table({ scene, answered, format }: Shown, isOpen: boolean): TemplateResult {
    const { answer, blueprint } = answered;
    const isThere = isOpen || (scene?.figures.grid.slots.length ?? answer.rowCount) <= LONG_TABLE;
    const view = () => tableView(scene ? tableOf(scene) : answerTable(answer, format.textIn(blueprint.title), format));
    return html`${guard([scene ?? answer, format, isThere], () => (isThere ? view() : nothing))}`;
  },
  tableActions,
  sources(answer: Answer, format: Formatter): TemplateResult {
    return html`${guard([answer, format], () => sourcesView(answer, format))}`;
  },
  styles: [tableStyles, sourcesStyles],
} as const;

export type Details = typeof details;
