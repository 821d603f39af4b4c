import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSubjectProof } from '@/lib/auth/subject-proof';
import { makeSubjectProof } from './subject-proof';

const expiresAt = new Date('2026-05-03T10:10:00.900Z');
const now = Date.parse('2026-05-03T10:00:00Z');

describe('the proof that a page is given', () => {
  test('says to the server who is signed in, and for how long', async () => {
    const proof = await makeSubjectProof({ secret: 'of production', targetingKey: 'mira', tenant: 'acme', expiresAt });
    const claims = { targetingKey: 'mira', tenant: 'acme', expiresAt: Date.parse('2026-05-03T10:10:00Z') / 1_000 };
    expect(readSubjectProof('of production', proof, now)).toEqual({ claims });
    expect(readSubjectProof('of production', proof, expiresAt.getTime())).toEqual({ problem: 'expired' });
    expect(readSubjectProof('of staging', proof, now)).toEqual({ problem: 'invalid' });
  });

  test('holds for whoever it names, in whatever letters', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(name, name, fc.option(name), async (secret, targetingKey, tenant) => {
        const proof = await makeSubjectProof({ secret, targetingKey, tenant, expiresAt });
        expect(readSubjectProof(secret, proof, now)).toMatchObject({ claims: { targetingKey, tenant } });
      }),
    );
  });
});
