// Chromium has no data for `bo` and answers in English where it is asked for them: every expectation holds there too.
import './formatter.test.ts';
import './messages.test.ts';
