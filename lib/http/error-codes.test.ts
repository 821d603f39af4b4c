import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import german from '@/messages/de/errors.json';
import english from '@/messages/en/errors.json';

const ROOT = join(import.meta.dirname, '..', '..');
/** `serviceError('kind')` and `serviceError('kind', 'code')`, and the helpers that take a code alone. */
const CALL = /\b(?:serviceError|absent)\(\s*'([a-z_]+)'(?:,\s*'([a-z_]+)')?/g;

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.includes('generated'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));
}

describe('the catalogue of errors', () => {
  const thrown = ['lib', 'app']
    .flatMap(sources)
    .flatMap((text) => [...text.matchAll(CALL)].map(([, kind, code]) => code ?? kind ?? ''));

  it('finds the errors that the code throws', () => {
    expect(new Set(thrown).size).toBeGreaterThan(30);
  });

  it.each([
    ['English', english],
    ['German', german],
  ])('has a sentence for each in %s', (_language, catalogue) => {
    expect([...new Set(thrown)].filter((code) => !(code in catalogue))).toEqual([]);
  });
});
