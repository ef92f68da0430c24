import type { Question } from '../mapping/mapping.ts';
import { type Problem, problemSentence } from '../report/problems.ts';

/** How many faults of one kind are shown; all of them are in the JSON report. */
const SHOWN = 5;
const SHOWN_QUESTIONS = 20;
const SHOWN_CHOICES = 6;

/** Faults a line each, the first few of each kind (column and problem) and how many more there are. */
export function problemLines(problems: readonly Problem[]): string[] {
  const kinds = new Map<string, Problem[]>();
  for (const each of problems) {
    const kind = [each.file, each.sheet, each.column, each.problem].join('\n');
    kinds.set(kind, [...(kinds.get(kind) ?? []), each].slice(0, SHOWN));
  }
  const counts = new Map<string, number>();
  for (const each of problems) {
    const kind = [each.file, each.sheet, each.column, each.problem].join('\n');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...kinds].flatMap(([kind, first]) => {
    const rest = (counts.get(kind) ?? 0) - first.length;
    return [
      ...first.map(problemSentence),
      ...(rest > 0 ? [`  … and ${rest} more of this kind (--report FILE lists all)`] : []),
    ];
  });
}

/** Open questions with what speaks for each and the choices there are. */
export function questionLines(questions: readonly Question[]): string[] {
  const lines = questions
    .slice(0, SHOWN_QUESTIONS)
    .flatMap(({ key, question, evidence = [], choices = [], allowed }) => [
      `? ${question}`,
      ...evidence.map((each) => `    ${each}`),
      ...choices.slice(0, SHOWN_CHOICES).map(({ answer, means }) => `    "${answer}": ${means}`),
      ...(choices.length > SHOWN_CHOICES
        ? [`    … and ${choices.length - SHOWN_CHOICES} more choices in the mapping`]
        : []),
      ...(allowed === undefined ? [] : [`    ${choices.length > 0 ? 'or ' : ''}${allowed}`]),
      `    (questions, key ${JSON.stringify(key)})`,
    ]);
  const rest = questions.length - SHOWN_QUESTIONS;
  return rest > 0 ? [...lines, `… and ${rest} more questions in the mapping`] : lines;
}
