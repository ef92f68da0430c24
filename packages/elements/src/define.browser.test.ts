import { expect, test } from 'vitest';
import { type DuplicateDetail, define } from './define.ts';

test('The first class keeps its tag, and the page hears of the second.', () => {
  class First extends HTMLElement {}
  class Second extends HTMLElement {}
  const heard: DuplicateDetail[] = [];
  window.addEventListener('lantu-duplicate', (event) => heard.push((event as CustomEvent<DuplicateDetail>).detail));

  expect(define('lantu-twice', First)).toBe(true);
  expect(define('lantu-twice', First)).toBe(true);
  expect(heard).toEqual([]);

  expect(define('lantu-twice', Second)).toBe(false);
  expect(customElements.get('lantu-twice')).toBe(First);
  expect(heard).toEqual([{ tag: 'lantu-twice', kept: First, refused: Second }]);
});
