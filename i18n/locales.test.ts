import { describe, expect, it } from 'vitest';
import { isAppLocale, negotiateLocale } from './locales';

describe('negotiateLocale', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['fr-FR,fr;q=0.9,de;q=0.5,en;q=0.4', 'de'],
    ['en;q=0.2, de;q=0.7', 'de'],
    ['de;q=0, en;q=0.1', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [null, 'en'],
    [';;q=,,', 'en'],
  ])('%s → %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

it('accepts only offered locales', () => {
  expect(isAppLocale('de')).toBe(true);
  expect(isAppLocale('de-DE')).toBe(false);
  expect(isAppLocale(undefined)).toBe(false);
});
