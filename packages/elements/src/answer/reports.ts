import type { Progress } from '@lantu/engine';

/** `reports` and one more: the last word about each subject holds. */
export function withReport(reports: readonly Progress[], report: Progress): readonly Progress[] {
  const others = reports.filter((each) => subjectOf(each) !== subjectOf(report));
  return [...others, report];
}

function subjectOf(report: Progress): string {
  return report.state === 'fetching-data' ? `${report.state} ${report.dataset}` : report.state;
}
