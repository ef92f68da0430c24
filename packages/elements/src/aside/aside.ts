import type { Progress } from '@lantu/engine';
import type { Formatter } from '@lantu/spec/locale';
import { html, type TemplateResult } from 'lit';
import { errorStyles } from './error.styles.ts';
import { errorView } from './error.ts';
import { loadingStyles } from './loading.styles.ts';
import { loadingView } from './loading.ts';
import { nextStep, progressText } from './progress.ts';

/**
 * All that is said in place of an answer, or beside one that is out of date. Hosts that have their first answer with them fetch it, and
 * the texts of what readers operate, when there is something to say.
 */
export const aside = {
  error: errorView,
  progress: progressText,
  nextStep,
  loading(progress: readonly Progress[], format: Formatter): TemplateResult {
    return loadingView(progressText(progress, format));
  },
  /** Nothing is under way. */
  idle({ text }: Formatter): TemplateResult {
    return loadingView(text('waiting'), { idle: true });
  },
  /** That the figures on show are about to be replaced; and by what it takes so long, where that is known. */
  updating(progress: readonly Progress[], format: Formatter): TemplateResult {
    const words = progress.length > 0 ? progressText(progress, format) : format.text('updating');
    return html`<p class="notice updating" part="notice">${words}</p>`;
  },
  outdated({ text }: Formatter): TemplateResult {
    return html`<p class="notice" part="notice">${text('outdated')}</p>`;
  },
  styles: [loadingStyles, errorStyles],
} as const;

export type Aside = typeof aside;
