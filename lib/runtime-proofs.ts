import { readSubjectProof } from '@/lib/auth/subject-proof';
import type { Proofs } from '@/lib/delivery/proof';
import type { Secrets } from '@/lib/services/secrets';

const MOST = 1_000;

/** Verifies subject proofs; each environment's secret is decrypted once. */
export function createProofs(secrets: Pick<Secrets, 'decrypt'>): Proofs {
  const plain = new Map<string, string>();
  const decrypted = (text: string): string => {
    const secret = plain.get(text) ?? secrets.decrypt(text);
    if (plain.size >= MOST) plain.clear();
    plain.set(text, secret);
    return secret;
  };
  return { read: (signingSecret, proof, now) => readSubjectProof(decrypted(signingSecret), proof, now) };
}
