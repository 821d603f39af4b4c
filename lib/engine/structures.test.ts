import fc from 'fast-check';
import { RE2JS } from 're2js';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import { BigMap } from './big-map';
import { parseInstant } from './instant';
import { InstantSet } from './instant-set';
import { type CompiledRamp, nextRampChange, rampAt } from './ramp';
import { compileLiteral } from './pattern';
import { compareSemver, parseSemver } from './semver';

describe('BigMap', () => {
  it('is a Map after any batches, and so is every one before', () => {
    const change = fc.tuple(
      fc.nat({ max: 6000 }).map((id) => `key-${id}`),
      fc.option(fc.nat(), { nil: undefined, freq: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(change, { maxLength: 3000, size: 'max' }), { maxLength: 4, size: 'max' }),
        (batches) => {
          let map = BigMap.empty<number>();
          const model = new Map<string, number>();
          const history = batches.map((batch) => {
            map = map.with(batch);
            for (const [key, value] of batch)
              if (value === undefined) model.delete(key);
              else model.set(key, value);
            return { map, model: new Map(model) };
          });
          for (const { map: then, model: known } of history) {
            expect(then.size).toBe(known.size);
            expect(new Map(then.entries())).toEqual(known);
            for (const [key, value] of known) if (then.get(key) !== value) expect(then.get(key)).toBe(value);
            expect(then.has('key-6001')).toBe(false);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('InstantSet', () => {
  it('knows the next instant, whatever came and went', () => {
    const net = fc.array(fc.tuple(fc.nat({ max: 5000 }), fc.integer({ min: -2, max: 2 })), {
      maxLength: 2500,
      size: 'max',
    });
    fc.assert(
      fc.property(fc.array(net, { maxLength: 5, size: 'max' }), (batches) => {
        let set = InstantSet.empty();
        const model = new Map<number, number>();
        for (const batch of batches) {
          const changes = new Map(batch);
          set = set.with(changes);
          for (const [instant, by] of changes) model.set(instant, Math.max(0, (model.get(instant) ?? 0) + by));
          const present = [...model.keys()].filter((instant) => (model.get(instant) ?? 0) > 0).sort((a, b) => a - b);
          for (const now of [-1, 0, 17, 2500, 4999, 5000]) {
            expect(set.next(now)).toBe(present.find((instant) => instant > now) ?? null);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes one at a time as well as many at once', () => {
    let grown = InstantSet.empty();
    const all = new Map<number, number>();
    for (let index = 0; index < 3000; index += 1) {
      const instant = (index * 7919) % 3001;
      grown = grown.with(new Map([[instant, 1]]));
      all.set(instant, 1);
    }
    const built = InstantSet.empty().with(all);
    for (let now = -1; now <= 3001; now += 1) expect(grown.next(now)).toBe(built.next(now));
    for (let instant = 0; instant <= 3001; instant += 2) grown = grown.with(new Map([[instant, -1]]));
    expect([grown.next(-1), grown.next(1), grown.next(2999)]).toEqual([1, 3, null]);
  });
});

describe('instants', () => {
  it('are those of Date for every date-time with offset', () => {
    const date = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    const zone = fc.tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(date, zone, (at, [sign, hour, minute]) => {
        expect(parseInstant(at.toISOString())).toBe(at.getTime());
        const local = `${at.toISOString().slice(0, 19)}${sign}${two(hour)}:${two(minute)}`;
        expect(parseInstant(local)).toBe(Date.parse(local));
      }),
      { numRuns: 1000 },
    );
  });

  it('are read to the millisecond, and a leap second is the next minute', () => {
    expect(parseInstant('2026-01-01T00:00:00.1Z')).toBe(Date.UTC(2026, 0, 1) + 100);
    expect(parseInstant('2026-01-01T00:00:00.123999Z')).toBe(Date.UTC(2026, 0, 1) + 123);
    expect(parseInstant('2016-12-31T23:59:60Z')).toBe(Date.UTC(2017, 0, 1));
    expect(parseInstant('2024-02-29T00:00:00Z')).toBe(Date.UTC(2024, 1, 29));
    expect(parseInstant('2023-02-29T00:00:00Z')).toBeNull();
    expect(parseInstant('1900-02-29T00:00:00Z')).toBeNull();
    expect(parseInstant('2000-02-29T00:00:00Z')).toBe(Date.UTC(2000, 1, 29));
  });

  it('are nothing else that people type', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        if (!/^\d{4}-/.test(text)) expect(parseInstant(text)).toBeNull();
      }),
    );
  });
});

describe('semver', () => {
  const number = fc.oneof(fc.nat({ max: 20 }), fc.nat()).map(String);
  const identifier = fc.oneof(number, fc.stringMatching(/^[0-9]{0,3}[a-zA-Z-][0-9a-zA-Z-]{0,4}$/));
  const list = fc.array(identifier, { maxLength: 3 }).map((parts) => parts.join('.'));
  const version = fc
    .tuple(number, number, number, list, list)
    .map(([a, b, c, pre, build]) => `${a}.${b}.${c}${pre && `-${pre}`}${build && `+${build}`}`);

  it('orders as the reference implementation does', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const [a, b] = [parseSemver(one), parseSemver(other)];
        expect(a && b && Math.sign(compareSemver(a, b))).toBe(semver.compare(one, other));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads nothing that the reference implementation does not', () => {
    const near = fc.stringMatching(/^[v0-9.a+ -]{0,14}$/);
    fc.assert(
      fc.property(near, (text) => {
        const strict = /^[0-9]/.test(text) && !text.includes(' ') && semver.valid(text) !== null;
        expect(parseSemver(text) !== null).toBe(strict);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('ramps', () => {
  const ramp: fc.Arbitrary<CompiledRamp> = fc.record({
    from: fc.integer({ min: 0, max: 100_000 }),
    to: fc.integer({ min: 0, max: 100_000 }),
    startsAt: fc.integer({ min: 0, max: 10_000_000 }),
    endsAt: fc.integer({ min: 0, max: 20_000_000 }),
    steps: fc.option(fc.integer({ min: 1, max: 50 })),
  });

  it('run one way from `from` to `to`, and never leave their bounds', () => {
    fc.assert(
      fc.property(ramp, fc.nat({ max: 25_000_000 }), fc.nat({ max: 5_000_000 }), (one, now, later) => {
        const [before, after] = [rampAt(one, now), rampAt(one, now + later)];
        const [low, high] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
        expect(Number.isInteger(before) && before >= low && before <= high).toBe(true);
        expect(one.to >= one.from ? after >= before : after <= before).toBe(true);
      }),
    );
  });

  it('know exactly when they change next', () => {
    fc.assert(
      fc.property(ramp, fc.nat({ max: 25_000_000 }), (one, now) => {
        const next = nextRampChange(one, now);
        const current = rampAt(one, now);
        if (next === null) expect(rampAt(one, 1e12)).toBe(current);
        else {
          expect(next).toBeGreaterThan(now);
          expect(rampAt(one, next - 1)).toBe(current);
          expect(rampAt(one, next)).not.toBe(current);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reach each hundredth of a day exactly', () => {
    const day: CompiledRamp = { from: 0, to: 100_000, startsAt: 0, endsAt: 6_000_000, steps: null };
    for (let minute = 0; minute <= 100; minute += 1) expect(rampAt(day, minute * 60_000)).toBe(minute * 1000);
  });
});

describe('literal patterns', () => {
  const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32));
  const letter = fc.oneof(
    fc.constantFrom(...'ab.@$^\n'),
    fc.constantFrom(...ascii).map((one) => (/[\w ]/.test(one) ? one : `\\${one}`)),
    fc.constantFrom(...ascii),
  );
  const pattern = fc
    .tuple(fc.constantFrom('', '^'), fc.array(letter, { maxLength: 4 }), fc.constantFrom('', '$'))
    .map(([start, letters, end]) => start + letters.join('') + end);

  it('find what the pattern engine finds', () => {
    let literals = 0;
    const text = fc.array(fc.constantFrom(...ascii, '\n', 'ab', 'b.'), { maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, text, fc.boolean(), (written, other, isNear) => {
        const finds = compileLiteral(written);
        if (finds === null) return;
        literals += 1;
        const near = written.replace(/^\^|\$$|\\/g, '');
        const asked = isNear ? other + near : near + other;
        for (const one of [asked, near, other, `${near}\n`]) expect(finds(one)).toBe(RE2JS.compile(written).test(one));
      }),
      { numRuns: 3000 },
    );
    expect(literals).toBeGreaterThan(500);
  });
});
