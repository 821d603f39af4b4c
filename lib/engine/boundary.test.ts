import { describe, expect, it } from 'vitest';
import { applyDelta } from './apply-delta';
import { nextBoundary } from './boundary';
import type { Recurrence } from './types';
import { type FlagSketch, type SegmentSketch, sketchRuleset } from './test-items';

const START = Date.UTC(2026, 0, 1);
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

/** Minutes after the start of 2026 at which answers may change, from a minute before it on. */
function boundaries(flag: FlagSketch, segments: Record<string, SegmentSketch> = {}): number[] {
  const ruleset = sketchRuleset({ flags: { f: flag }, segments });
  const found: number[] = [];
  let now: number | null = nextBoundary(ruleset, START - 60_000);
  while (now !== null && found.length < 100) {
    found.push((now - START) / 60_000);
    now = nextBoundary(ruleset, now);
  }
  return found;
}

describe('the next boundary', () => {
  it('is null when time changes nothing', () => {
    expect(
      boundaries({
        configuration: { rules: [{ rollout: { percentage: 5 } }] },
        overrides: { acme: { variant: 'on' } },
      }),
    ).toEqual([]);
  });

  it("is a rule's window, its end too", () => {
    const window = { startsAt: at(3), endsAt: at(7) };
    expect(boundaries({ configuration: { rules: [{ window }] } })).toEqual([3, 7]);
    expect(boundaries({ configuration: { rules: [{ window, enabled: false }] } })).toEqual([]);
    expect(boundaries({ configuration: { rules: [{ window }], killed: true } })).toEqual([]);
    expect(boundaries({ configuration: { rules: [{ window }], state: 'off' } })).toEqual([]);
    expect(boundaries({ configuration: { rules: [{ window }] }, definition: { archived: true } })).toEqual([]);
  });

  it('is a membership and the expiry of an override', () => {
    const memberships = {
      m: { subject: 'u1', startsAt: at(1), endsAt: at(5) },
      n: { tenant: 'acme', startsAt: at(1), endsAt: at(2) },
    };
    expect(boundaries({ memberships, overrides: { acme: { variant: 'on', expiresAt: at(4) } } })).toEqual([1, 2, 4, 5]);
  });

  it('is where hours of a rule or a membership open and close, and no more after their end', () => {
    const recurring: Recurrence = { weekdays: ['thu', 'fri'], from: '00:10', to: '00:20' };
    const window = { recurring, endsAt: at(1_455) };
    expect(boundaries({ configuration: { rules: [{ window }] } })).toEqual([10, 20, 1_450, 1_455]);
    const member = { subject: 'u1', startsAt: at(15), endsAt: at(1_455), timezone: 'UTC', recurring };
    const found = boundaries({ memberships: { m: member } });
    // Its start and its end are looked at even where nothing opens or closes there.
    expect(found.filter((minute) => ![15, 1_455].includes(minute))).toEqual([20, 1_450]);
  });

  it('is each whole minute of a ramp at which its share changes, and each of its steps', () => {
    const ramp = { from: 0, to: 100_000, startsAt: at(0), endsAt: at(6) };
    expect(boundaries({ configuration: { rules: [{ rollout: { ramp } }] } })).toEqual([1, 2, 3, 4, 5, 6]);
    expect(boundaries({ configuration: { rules: [{ rollout: { ramp: { ...ramp, steps: 2 } } }] } })).toEqual([3, 6]);
    expect(boundaries({ configuration: { rules: [{ rollout: { ramp: { ...ramp, to: 2 } } }] } })).toEqual([3, 6]);
    expect(boundaries({ configuration: { rules: [{ rollout: { ramp: { ...ramp, from: 5, to: 5 } } }] } })).toEqual([]);
  });

  it('is an instant that a condition on now speaks of, in a segment too', () => {
    const conditions = [{ attribute: 'now', operator: 'after' as const, value: at(4) }];
    const just = 1 / 60_000;
    expect(boundaries({ configuration: { rules: [{ conditions }] } })).toEqual([4, 4 + just]);
    expect(boundaries({}, { s: { conditions } })).toEqual([4, 4 + just]);
  });

  it('goes when what it came from goes', () => {
    const memberships = {
      m: { subject: 'u1', startsAt: at(1), endsAt: at(5) },
      n: { subject: 'u2', startsAt: at(1), endsAt: at(3) },
    };
    const ruleset = sketchRuleset({ flags: { f: { memberships } } });
    const one = applyDelta(ruleset, { number: 2, upserts: [], removals: [{ kind: 'membership', key: 'f/m' }] });
    const none = applyDelta(one, { number: 3, upserts: [], removals: [{ kind: 'membership', key: 'f/n' }] });
    expect([nextBoundary(one, START), nextBoundary(one, START + 60_000)]).toEqual([START + 60_000, START + 180_000]);
    expect(nextBoundary(none, 0)).toBeNull();
    expect(nextBoundary(ruleset, START + 180_000)).toBe(START + 300_000);
  });
});
