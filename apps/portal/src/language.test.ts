import { expect, test } from 'vitest';
import { addressIn, languageOfAddress } from './language.ts';

test('an address without a language, or with one that the page does not speak, is read in Chinese', () => {
  expect(languageOfAddress('https://portal.example/')).toBe('zh-CN');
  expect(languageOfAddress('https://portal.example/?lang=fr')).toBe('zh-CN');
  expect(languageOfAddress('https://portal.example/?lang=bo')).toBe('bo');
});

test('an address is put into a language without losing anything else in it', () => {
  expect(addressIn('https://portal.example/a?year=2024#income', 'en')).toBe(
    'https://portal.example/a?year=2024&lang=en#income',
  );
  expect(addressIn('https://portal.example/a?lang=en&year=2024#income', 'bo')).toBe(
    'https://portal.example/a?lang=bo&year=2024#income',
  );
  expect(addressIn('https://portal.example/a?lang=en', 'zh-CN')).toBe('https://portal.example/a');
});
