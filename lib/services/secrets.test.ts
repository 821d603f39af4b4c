import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSecrets, type EncryptionKey } from './secrets';

const key = (id: string): EncryptionKey => ({ id, bytes: randomBytes(32) });
const [old, young] = [key('old'), key('young')];

it('keeps a secret so that only its key reads it, another text each time', () => {
  const secrets = createSecrets([old]);
  const text = secrets.encrypt('signing-secret');
  expect(text).toMatch(/^v1\.old\./);
  expect(text).not.toContain('signing-secret');
  expect(secrets.encrypt('signing-secret')).not.toBe(text);
  expect(secrets.decrypt(text)).toBe('signing-secret');
  expect(() => createSecrets([{ ...key('old') }]).decrypt(text)).toThrow();
  expect(() => createSecrets([young]).decrypt(text)).toThrow('not configured');
});

it('encrypts by the first key, and still reads what an earlier one encrypted', () => {
  const text = createSecrets([old]).encrypt('signing-secret');
  const rotated = createSecrets([young, old]);
  expect(rotated.decrypt(text)).toBe('signing-secret');
  expect(rotated.encrypt('signing-secret')).toMatch(/^v1\.young\./);
});

it('reads nothing that was changed', () => {
  const secrets = createSecrets([old]);
  const parts = secrets.encrypt('signing-secret').split('.');
  for (const place of [2, 3, 4]) {
    const changed = parts.map((part, at) =>
      at === place ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
    );
    expect(() => secrets.decrypt(changed.join('.'))).toThrow();
  }
  expect(() => secrets.decrypt('signing-secret')).toThrow('not an encrypted value');
});
