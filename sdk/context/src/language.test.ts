import { expect, test } from 'vitest';
import { preferredLanguage } from './language';

test.each([
  ['de-CH', 'de-CH'],
  ['de-CH, de;q=0.9, en;q=0.8', 'de-CH'],
  ['en;q=0.3, de;q=0.7, fr;q=0.7', 'de'],
  ['en; q=0.5 , pt-BR ; q=0.6', 'pt-BR'],
  ['*', undefined],
  ['*, fr;q=0.1', 'fr'],
  ['fr;q=0', undefined],
  ['fr;q=nonsense, it;q=0.1', 'it'],
  ['fr;q=7', undefined],
  ['<script>, es', 'es'],
  ['', undefined],
  [null, undefined],
])('of %j the best liked language is %j', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
