import { describe, expect, it } from 'vitest';
import { overrideBulkSchema } from '@/lib/schemas/override';
import { type BulkOverride, bulkBody, isOfOneTenant, isUncertain, wayBack } from './bulk-override';
import { FetchError } from './fetch-json';

const place = { environment: 'production', flag: 'checkout', tenants: ['acme'] };
const LATER = '2030-01-01T00:00:00.000Z';
const NOW = Date.parse('2026-01-01T00:00:00Z');
const value = (variant: string, rest: { expiresAt?: string; note?: string } = {}) => ({
  variant,
  enabled: true,
  expiresAt: null,
  note: null,
  ...rest,
});
const refusal = (status: number, code: string) => new FetchError({ status, code, message: '' });

describe('what a bulk write sends', () => {
  it('is a value with its end and note', () => {
    const body = bulkBody({ ...place, variant: 'on', expiresAt: LATER, note: 'Pilot', comment: 'Why' });
    expect(body).toEqual({ ...place, variant: 'on', expiresAt: LATER, note: 'Pilot', comment: 'Why' });
    expect(bulkBody({ ...place, variant: 'on', expiresAt: null, note: '' })).toEqual({ ...place, variant: 'on' });
  });

  it('is nothing but clearing when it clears', () => {
    const asked: BulkOverride = { ...place, variant: null, expiresAt: LATER, note: 'Pilot' };
    expect(bulkBody(asked)).toEqual({ ...place, clear: true });
  });

  it('is what the route takes', () => {
    const ended = { before: value('off', { note: 'Pilot', expiresAt: LATER }), after: null };
    const ways = wayBack(
      [
        { tenant: 'acme', before: null, after: value('on') },
        { tenant: 'globex', ...ended },
      ],
      NOW,
    );
    expect(ways).toHaveLength(2);
    for (const asked of ways) {
      expect(overrideBulkSchema.safeParse(bulkBody({ ...place, ...asked })).success).toBe(true);
    }
  });
});

describe('the way back from a bulk write', () => {
  it('gives tenants with the same value before to one request', () => {
    const after = value('on');
    const changes = [
      { tenant: 'acme', before: null, after },
      { tenant: 'globex', before: value('off', { note: 'Pilot', expiresAt: LATER }), after },
      { tenant: 'initech', before: null, after },
      { tenant: 'hooli', before: value('off'), after },
    ];
    expect(wayBack(changes, NOW)).toEqual([
      { variant: null, expiresAt: undefined, note: undefined, tenants: ['acme', 'initech'] },
      { variant: 'off', expiresAt: LATER, note: 'Pilot', tenants: ['globex'] },
      { variant: 'off', expiresAt: null, note: undefined, tenants: ['hooli'] },
    ]);
  });

  it('clears where the value before has ended since', () => {
    const before = value('off', { expiresAt: '2025-12-31T00:00:00Z' });
    expect(wayBack([{ tenant: 'acme', before, after: value('on') }], NOW)).toMatchObject([
      { variant: null, tenants: ['acme'] },
    ]);
  });
});

describe('a batch that failed', () => {
  it('has one tenant at fault only if that tenant is gone', () => {
    expect(isOfOneTenant(refusal(422, 'unknown_tenant'))).toBe(true);
    expect(isOfOneTenant(refusal(403, 'forbidden'))).toBe(false);
    expect(isOfOneTenant(new TypeError('Failed to fetch'))).toBe(false);
  });

  it('may have been stored unless it was refused', () => {
    expect(isUncertain(new TypeError('Failed to fetch'))).toBe(true);
    expect(isUncertain(refusal(504, 'internal'))).toBe(true);
    expect(isUncertain(refusal(422, 'unknown_tenant'))).toBe(false);
  });
});
