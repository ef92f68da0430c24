/** What a command reads from and writes to: the process, or a test. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** True where stderr is a terminal: then progress is drawn as a bar. */
  readonly isTerminal: boolean;
  /** The folder that relative paths start from. */
  readonly cwd: string;
}

/** How a command ends. Documented in its help. */
export const EXIT = { done: 0, findings: 1, usage: 2, questions: 3, unreadable: 4, fault: 70 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command called in a way it cannot be; the message says what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
