/** Says what is being done, and how far it is. */
export interface Progress {
  /** `done` of `total`, where the step can be counted; called with the same label for each part of it. */
  step(label: string, done?: number, total?: number): void;
  /** Takes what was shown away, where it can be. */
  end(): void;
}

const BAR = 24;

/** Progress on a terminal: one line that is rewritten, with a bar where a step can be counted. */
export function terminalProgress(write: (text: string) => void): Progress {
  return {
    step(label, done, total) {
      const bar = done === undefined || total === undefined ? '' : ` ${drawBar(done / total)} ${done}/${total}`;
      write(`\r\u001b[K${label}${bar}`);
    },
    end: () => write('\r\u001b[K'),
  };
}

/** Progress in a log: a line a step. */
export function lineProgress(write: (text: string) => void): Progress {
  let last = '';
  return {
    step(label) {
      if (label !== last) write(`${label} …\n`);
      last = label;
    },
    end: () => undefined,
  };
}

function drawBar(part: number): string {
  const full = Math.round(part * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
}
