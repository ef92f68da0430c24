import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test('Addresses of the web are kept.', () => {
  expect(webAddress('https://example.org/a?b=1')).toBe('https://example.org/a?b=1');
  expect(webAddress('http://example.org')).toBe('http://example.org/');
});

test('Everything else leads nowhere.', () => {
  for (const url of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'page.html',
    '',
  ]) {
    expect(webAddress(url)).toBeUndefined();
  }
  expect(webAddress(undefined)).toBeUndefined();
});
