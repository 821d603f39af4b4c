import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { LOCALES } from './locales';
import { NAMESPACES } from './namespaces';

const folder = join(import.meta.dirname, '..', 'messages');
const fileOf = (locale: string, name: string) => join(folder, locale, `${name}.json`);

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is not text`);
  return Object.entries(value).flatMap(([key, child]) => flatten(child, path ? `${path}.${key}` : key));
}

const read = (locale: string, name: string) =>
  new Map(flatten(JSON.parse(readFileSync(fileOf(locale, name), 'utf8')), ''));

/** Names of the top-level arguments, `{count, plural, …}` and rich-text tags included. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  let depth = 0;
  for (let i = 0; i < message.length; i += 1) {
    if (message[i] === '}') depth -= 1;
    if (message[i] !== '{') continue;
    depth += 1;
    const name = /^\{\s*([A-Za-z0-9_]+)\s*[,}]/.exec(message.slice(i))?.[1];
    if (name && depth % 2 === 1) found.add(name);
  }
  for (const tag of message.matchAll(/<([A-Za-z]+)>/g)) found.add(`<${tag[1]}>`);
  return [...found].sort();
}

describe('messages', () => {
  it('has every file of every locale in the namespace list', () => {
    for (const locale of LOCALES) {
      const names = readdirSync(join(folder, locale)).map((file) => file.replace(/\.json$/, ''));
      expect(names.filter((name) => !NAMESPACES.some((known) => known === name))).toEqual([]);
    }
  });

  it.each(NAMESPACES.filter((name) => LOCALES.some((locale) => existsSync(fileOf(locale, name)))))(
    '%s says the same things in every locale',
    (name) => {
      const english = read('en', name);
      const german = read('de', name);
      expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, text] of english) {
        expect({ key, args: argumentsOf(german.get(key) ?? '') }).toEqual({ key, args: argumentsOf(text) });
      }
    },
  );

  it.each(LOCALES)('%s parses: every message formats without an error', (locale) => {
    const failures: string[] = [];
    for (const name of NAMESPACES.filter((each) => existsSync(fileOf(locale, each)))) {
      const messages = { [name]: JSON.parse(readFileSync(fileOf(locale, name), 'utf8')) };
      const onError = (error: Error) => failures.push(`${name}: ${error.message}`);
      const t = createTranslator({ locale, messages, onError, timeZone: 'UTC' });
      for (const [key, text] of read(locale, name)) {
        const values = Object.fromEntries(
          argumentsOf(text).map((arg) =>
            arg.startsWith('<') ? [arg.slice(1, -1), (chunks: unknown) => chunks] : [arg, 2],
          ),
        );
        t.markup(`${name}.${key}`, values);
      }
    }
    expect(failures).toEqual([]);
  });
});
