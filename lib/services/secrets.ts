import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export interface EncryptionKey {
  id: string;
  /** 32 bytes. */
  bytes: Uint8Array;
}

/** The keys that live outside the database: they encrypt what must be read back and key the audit chain. */
export interface Secrets {
  /** AES-256-GCM under the first key; the text names the key: `v1.<key id>.<iv>.<tag>.<data>`. */
  encrypt(plain: string): string;
  decrypt(text: string): string;
  /** HMAC-SHA-256, hex, for links of the audit chain; `keyId` is stored with each. */
  auditMac(text: string, keyId?: string): { keyId: string; mac: string };
}

const derive = (key: EncryptionKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key.bytes, new Uint8Array(0), `flagstaff ${purpose}`, 32));

/** Builds the keeper of secrets from the configured keys: the first encrypts, all decrypt. Throws without a key. */
export function createSecrets(keys: readonly EncryptionKey[]): Secrets {
  const [first] = keys;
  if (!first) throw new Error('at least one encryption key is needed');
  const find = (id: string): EncryptionKey => {
    const key = keys.find((candidate) => candidate.id === id);
    if (!key) throw new Error('the encryption key of a stored value is not configured');
    return key;
  };
  return {
    encrypt(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', derive(first, 'encrypt'), iv);
      const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'));
      return ['v1', first.id, ...parts].join('.');
    },
    decrypt(text) {
      const [version, id, iv, tag, data] = text.split('.');
      if (version !== 'v1' || id === undefined || iv === undefined || tag === undefined || data === undefined) {
        throw new Error('not an encrypted value');
      }
      const decipher = createDecipheriv('aes-256-gcm', derive(find(id), 'encrypt'), Buffer.from(iv, 'base64url'));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString('utf8');
    },
    auditMac(text, keyId = first.id) {
      const mac = createHmac('sha256', derive(find(keyId), 'audit'))
        .update(text)
        .digest('hex');
      return { keyId, mac };
    },
  };
}

/** What API keys and one-time links are stored as: SHA-256, hex. They are long and random, so no salt is needed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
