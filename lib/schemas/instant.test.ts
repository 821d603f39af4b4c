import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '@/lib/changes/instant';
import { parseInstant as engineParseInstant } from '@/lib/engine/instant';
import { instantSchema, periodEdgeSchema } from './instant';

describe('parseInstant', () => {
  it('reads what the engine reads', () => {
    const part = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
    const text = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), part(13), part(32), part(25), part(61), part(60), part(25), part(61))
      .chain(([year, month, day, hour, minute, second, offsetHour, offsetMinute]) =>
        fc
          .constantFrom('Z', 'z', `+${offsetHour}:${offsetMinute}`, `-${offsetHour}:${offsetMinute}`, '')
          .chain((offset) => fc.constantFrom('', '.5', '.123456', '.').map((fraction) => ({ offset, fraction })))
          .map(({ offset, fraction }) => {
            const date = `${String(year).padStart(4, '0')}-${month}-${day}`;
            return `${date}T${hour}:${minute}:${second}${fraction}${offset}`;
          }),
      );
    let read = 0;
    fc.assert(
      fc.property(text, (written) => {
        const instant = parseInstant(written);
        read += instant === null ? 0 : 1;
        expect(instant).toBe(engineParseInstant(written));
      }),
      { numRuns: 3_000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

describe('instantSchema', () => {
  it('reads an instant as a date', () => {
    expect(instantSchema.parse('2026-03-01T09:00:00+01:00')).toEqual(new Date('2026-03-01T08:00:00Z'));
    expect(periodEdgeSchema.parse('2026-03-01')).toEqual(new Date('2026-03-01T00:00:00Z'));
  });

  it.each(['2026-03-01', '2026-03-01T09:00:00', '1767225600000', '', 7, null])('refuses %j', (value) => {
    expect(instantSchema.safeParse(value).success).toBe(false);
  });
});
