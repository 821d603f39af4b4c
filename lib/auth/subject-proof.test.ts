import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSubjectProof, readSubjectProof } from './subject-proof';

const SECRET = 'the signing secret of one environment';
const NOW = Date.parse('2026-03-02T09:00:00Z');
const claims = { targetingKey: 'u1', tenant: 'acme', expiresAt: NOW / 1_000 + 60 };
const proof = makeSubjectProof(SECRET, claims);
const INVALID = { problem: 'invalid' };

/** Signs anything, as somebody who holds the secret could. */
const signed = (text: string): string => {
  const payload = Buffer.from(text).toString('base64url');
  return `${payload}.${createHmac('sha256', SECRET).update(`subject.${payload}`).digest('base64url')}`;
};

describe('a subject proof', () => {
  it('says who it is about', () => {
    expect(readSubjectProof(SECRET, proof, NOW)).toEqual({ claims });
    const loner = { ...claims, tenant: null };
    expect(readSubjectProof(SECRET, makeSubjectProof(SECRET, loner), NOW)).toEqual({ claims: loner });
  });

  it('is made by the lines that the documentation shows', () => {
    const code = /```js\n([\s\S]+?)```/.exec(readFileSync('docs/api.md', 'utf8'))?.[1] ?? '';
    const script = `${code}\nprocess.stdout.write(subjectProof('u1', 'acme'));`;
    const env = { NODE_ENV: 'test' as const, FLAGSTAFF_SIGNING_SECRET: SECRET };
    const made = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
    const expiresAt = expect.any(Number);
    expect(readSubjectProof(SECRET, made, NOW)).toEqual({ claims: { targetingKey: 'u1', tenant: 'acme', expiresAt } });
    expect(readSubjectProof(SECRET, made, Date.now() + 3_601_000)).toEqual({ problem: 'expired' });
  });

  it('may leave out the tenant', () => {
    const read = readSubjectProof(SECRET, signed('{"targetingKey":"u1","expiresAt":1e12}'), NOW);
    expect(read).toEqual({ claims: { targetingKey: 'u1', tenant: null, expiresAt: 1e12 } });
  });

  it('holds before its expiry and not at it', () => {
    expect(readSubjectProof(SECRET, proof, NOW + 59_999)).toEqual({ claims });
    expect(readSubjectProof(SECRET, proof, NOW + 60_000)).toEqual({ problem: 'expired' });
  });

  it('of another environment is none', () => {
    expect(readSubjectProof('the secret of another', proof, NOW)).toEqual(INVALID);
  });

  it('with other claims under the same signature is none', () => {
    const [, mac] = proof.split('.');
    for (const change of [{ targetingKey: 'u2' }, { tenant: 'globex' }, { tenant: null }, { expiresAt: 1e12 }]) {
      const [payload] = makeSubjectProof('forged', { ...claims, ...change }).split('.');
      expect(readSubjectProof(SECRET, `${payload}.${mac}`, NOW)).toEqual(INVALID);
    }
  });

  it('that says nothing usable is none, however well it is signed', () => {
    const texts = ['', 'null', '[]', '{}', '{"targetingKey":"u1"}', '{"targetingKey":"","expiresAt":1e12}', '{'];
    texts.push('{"targetingKey":1,"expiresAt":1e12}', '{"targetingKey":"u1","expiresAt":"1e12"}');
    texts.push('{"targetingKey":"u1","expiresAt":1e12,"tenant":5}', '{"targetingKey":"u1","expiresAt":1e999}');
    for (const text of texts) expect(readSubjectProof(SECRET, signed(text), NOW), text).toEqual(INVALID);
  });

  it('may be any text without a fault, and no change of one letter passes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readSubjectProof(SECRET, text, NOW)).toEqual(INVALID);
      }),
    );
    fc.assert(
      fc.property(fc.nat(proof.length - 1), fc.constantFrom('A', 'b', '_', '.', ' '), (at, letter) => {
        const changed = proof.slice(0, at) + letter + proof.slice(at + 1);
        // The last letter of base64url carries bits that are not used.
        fc.pre(changed !== proof && at !== proof.length - 1);
        expect(readSubjectProof(SECRET, changed, NOW)).toEqual(INVALID);
      }),
    );
    expect(readSubjectProof(SECRET, `${'a'.repeat(100_000)}.${'b'.repeat(43)}`, NOW)).toEqual(INVALID);
  });
});
