import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import german from '@/messages/de/audit.json';
import english from '@/messages/en/audit.json';
import { AUDIT_ACTIONS, actionMessage } from './audit-actions';

const SERVICES = join(import.meta.dirname, '..', '..', 'lib', 'services');
/** `action: 'key.create'`, and the two of `action = adding ? 'segment.addMembers' : 'segment.removeMembers'`. */
const ACTION = /\baction(?:: | = )(?:\w+ \? )?'(\w+\.\w+)'(?: : '(\w+\.\w+)')?/g;

const sources = readdirSync(SERVICES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(SERVICES, name), 'utf8'));
const written = [
  ...new Set(
    sources.flatMap((text) =>
      [...text.matchAll(ACTION)].flatMap(([, first = '', second]) => (second ? [first, second] : [first])),
    ),
  ),
].sort();

describe('the words of the audit', () => {
  it('finds the actions that services write', () => {
    expect(written.length).toBeGreaterThan(40);
    expect(written).toEqual(expect.arrayContaining(['flag.archive', 'segment.removeMembers', 'user.delete']));
  });

  it.each([
    ['English', english.action],
    ['German', german.action],
  ])('has words for each in %s', (_language, words) => {
    expect(written.filter((action) => !(actionMessage(action) in words))).toEqual([]);
  });

  it('offers each of them as a filter, and no other', () => {
    expect([...AUDIT_ACTIONS.project, ...AUDIT_ACTIONS.installation].sort()).toEqual(written);
  });

  it('names what is acted on in the singular', () => {
    expect(written.filter((action) => /^\w+s\./.test(action))).toEqual([]);
  });
});
