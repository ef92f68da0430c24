// Chromium has no data for `bo` and answers in English where it is asked for them: every expectation holds there too.
import './comparing.test.ts';
import './formatter.test.ts';
import './locales.test.ts';
import './messages.test.ts';
