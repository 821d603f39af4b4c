import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate';
import { compareSemver, parseSemver } from '../semver';
import { sketchRuleset } from '../test-items';
import type { Operator } from '../types';

interface Rows {
  greater: [string, string][];
  equal: [string, string][];
  /** Each comes before the next. */
  chain: string[];
  valid: string[];
  invalid: string[];
  /** Valid, though larger than some implementations count. */
  giant: string[];
}

// The orderings of node-semver's fixtures, and the examples of the SemVer 2.0.0 specification.
const rows: Rows = JSON.parse(readFileSync(new URL('./semver.json', import.meta.url), 'utf8'));

function holds(actual: string, operator: Operator, value: string): boolean {
  const rules = [{ conditions: [{ attribute: 'version', operator, value }] }];
  return (
    evaluate(sketchRuleset({ flags: { f: { configuration: { rules } } } }), 'f', { version: actual }, 0).variant ===
    'on'
  );
}

function expectGreater(one: string, other: string): void {
  expect(holds(one, 'semverGreaterThan', other)).toBe(true);
  expect(holds(one, 'semverGreaterOrEqual', other)).toBe(true);
  expect(holds(other, 'semverLessThan', one)).toBe(true);
  expect(holds(other, 'semverLessOrEqual', one)).toBe(true);
  expect(holds(one, 'semverEqual', other)).toBe(false);
  expect(holds(other, 'semverGreaterOrEqual', one)).toBe(false);
  expect(holds(one, 'semverLessOrEqual', other)).toBe(false);
}

describe('SemVer 2.0.0', () => {
  it('has all its rows', () => {
    const counts = Object.values(rows).map((list) => list.length);
    expect(counts).toEqual([17, 2, 11, 31, 42, 4]);
  });

  it.each(rows.greater)('%s comes after %s', expectGreater);

  it.each(rows.equal)('%s and %s have the same precedence', (one, other) => {
    expect(holds(one, 'semverEqual', other)).toBe(true);
    expect(holds(one, 'semverGreaterOrEqual', other) && holds(one, 'semverLessOrEqual', other)).toBe(true);
    expect(holds(one, 'semverGreaterThan', other) || holds(one, 'semverLessThan', other)).toBe(false);
  });

  it('orders the chain, every pair of it', () => {
    for (const [index, lower] of rows.chain.entries()) {
      for (const higher of rows.chain.slice(index + 1)) expectGreater(higher, lower);
    }
  });

  it.each([...rows.valid, ...rows.giant])('reads %s', (text) => {
    const version = parseSemver(text);
    expect(version && compareSemver(version, version)).toBe(0);
    expect(holds(text, 'semverEqual', text)).toBe(true);
  });

  it.each(rows.invalid)('does not read %s', (text) => {
    expect(parseSemver(text)).toBeNull();
    expect(holds(text, 'semverEqual', text)).toBe(false);
    expect(holds(text, 'semverGreaterOrEqual', '0.0.0-0')).toBe(false);
    expect(holds('9.9.9', 'semverGreaterOrEqual', text)).toBe(false);
  });
});
