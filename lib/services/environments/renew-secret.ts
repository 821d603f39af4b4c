import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { commentSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { environmentItem } from './environment-item';
import type { SigningSecretView } from './types';

const SECRET_BYTES = 32;

/**
 * Makes a new signing secret for an environment and shows it once. Subject proofs made with the one before are
 * refused from then on.
 */
export const renewSigningSecret = defineVerb({
  verbName: 'environments.renewSecret',
  input: z.strictObject({ key: keySchema, comment: commentSchema.optional() }),
  permission: 'key.manage',
  locks: ({ key }) => ({ environments: [key] }),
  reaches: (tx, { key }) => [tx.environment(key)],
  comment: ({ comment }) => comment,
  // A leaked secret is renewed at once.
  waits: false,
  run: async (tx, { key, comment }): Promise<SigningSecretView> => {
    const row = tx.environment(key);
    const signingSecret = tx.randomText(SECRET_BYTES);
    await tx.db.environment.update({
      where: { id: row.id },
      data: { signingSecret: tx.secrets.encrypt(signingSecret), version: { increment: 1 } },
    });
    // A number of its own: by it every instance reads the secret again.
    tx.items.put(row.id, 'environment', key, environmentItem(row));
    tx.audit({ action: 'environment.renewSecret', environment: key, comment });
    return { environment: key, signingSecret };
  },
});
