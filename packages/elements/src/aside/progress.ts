import type { Bytes, Progress } from '@lantu/engine';
import type { Formatter } from '@lantu/spec/locale';

/** What is being waited for, in one phrase: of several things at once, the one that will take longest. */
export function progressText(reports: readonly Progress[], { text, percent }: Formatter): string {
  const share = (parts: readonly Bytes[]): string => {
    const total = parts.reduce((sum, part) => sum + part.total, 0);
    const loaded = parts.reduce((sum, part) => sum + part.loaded, 0);
    return percent(total > 0 ? Math.min(1, loaded / total) : 0, { decimals: 0 });
  };
  const open = (each: Bytes): boolean => each.loaded < each.total;
  const engine = reports.filter((each) => each.state === 'fetching-engine').filter(open);
  const data = reports.filter((each) => each.state === 'fetching-data');
  if (reports.some((each) => each.state === 'running')) return text('loading.query');
  if (engine.length > 0) return text('loading.engine', { percent: share(engine) });
  if (data.some(open)) return text('loading.data', { percent: share(data) });
  if (reports.some((each) => each.state === 'starting-engine')) return text('loading.start');
  return text('loading');
}

/**
 * The same for who listens: percentages that run on are for the eye.
 *
 * @param said the steps that were told, to which this one is added
 * @returns undefined where this one was told before
 */
export function nextStep(reports: readonly Progress[], format: Formatter, said: Set<string>): string | undefined {
  const words = progressText(reports, format);
  const step = words.replace(/\d+/g, '');
  if (said.has(step)) return undefined;
  said.add(step);
  return words;
}
