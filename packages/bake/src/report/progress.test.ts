import { describe, expect, it } from 'vitest';
import { lineProgress, terminalProgress } from './progress.ts';

describe('progress', () => {
  it('on a terminal is one line, with a bar where it can be counted, and goes away', () => {
    let shown = '';
    const progress = terminalProgress((text) => {
      shown += text;
    });
    progress.step('converting', 1, 2);
    progress.end();
    expect(shown).toBe('\r\u001b[Kconverting ████████████░░░░░░░░░░░░ 1/2\r\u001b[K');
  });

  it('in a log is a line a step', () => {
    let shown = '';
    const progress = lineProgress((text) => {
      shown += text;
    });
    progress.step('converting', 1, 2);
    progress.step('converting', 2, 2);
    progress.step('writing');
    progress.end();
    expect(shown).toBe('converting …\nwriting …\n');
  });
});
