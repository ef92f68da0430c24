import type { TableModel } from '@lantu/charts';
import { settingsTexts } from '@lantu/charts/settings';
import type { Answer } from '@lantu/spec';
import type { Formatter } from '@lantu/spec/locale';
import { html, type TemplateResult } from 'lit';
import type { Answered } from '../answer/controller.ts';

/** A table with its caption, in a box of its own that scrolls where it must. */
export function tableView({ caption, columns, rows }: TableModel): TemplateResult {
  return html`<div class="table-scroll" role="group" aria-labelledby="caption" tabindex="0">
    <table part="table">
      <caption id="caption">${caption}</caption>
      <thead>
        <tr>${columns.map(({ title, numeric }) => html`<th scope="col" class=${align(numeric)}>${title}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ header, cells }) => html`<tr>
            <th scope="row">${header}</th>
            ${cells.map((cell, index) => html`<td class=${align(columns[index + 1]?.numeric)}>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function align(numeric: boolean | undefined): string {
  return numeric ? 'numeric' : '';
}

export interface TableActions {
  readonly answered: Answered;
  /** Answers to the questions what the filters offer: their words are in them. */
  readonly offers: readonly Answer[];
  /** What came of the last attempt; empty before the first. */
  readonly outcome: string;
  /** Tells the reader what came of an attempt. */
  readonly say: (words: string) => void;
}

/** The ways to take a table away. */
export function tableActions({ answered, offers, outcome, say }: TableActions, format: Formatter): TemplateResult {
  const { blueprint, settings, answer } = answered;
  const filters = (): readonly string[] => settingsTexts(blueprint, settings, offers, format);
  const copy = async (): Promise<void> => {
    try {
      const { exportGrid, tsvOf } = await import('@lantu/charts/export');
      await navigator.clipboard.writeText(tsvOf(exportGrid(answer, format, filters())));
      say(format.text('copied'));
    } catch {
      say(format.text('copy.failed'));
    }
  };
  const download = async (): Promise<void> => {
    const { csvOf, exportGrid } = await import('@lantu/charts/export');
    const csv = csvOf(exportGrid(answer, format, filters()));
    save(new Blob([csv], { type: 'text/csv' }), `${blueprint.id}.csv`);
  };
  return html`<div class="table-actions">
    <button class="button" part="button" type="button" @click=${copy}>${format.text('menu.copy-table')}</button>
    <button class="button" part="button" type="button" @click=${download}>${format.text('menu.csv')}</button>
    <span class="outcome" aria-hidden="true">${outcome}</span>
  </div>`;
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
