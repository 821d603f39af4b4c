import { hashSecret } from '../secrets';
import type { UserTx } from './define-user-write';

export type LinkPurpose = 'invite' | 'reset';
const HOURS: Readonly<Record<LinkPurpose, number>> = { invite: 7 * 24, reset: 24 };
const TOKEN_BYTES = 32;

type Making = Pick<UserTx, 'db' | 'now' | 'newId' | 'randomText' | 'actor' | 'site'>;

/** Makes a one-time link to choose a password with; older ones of the user stop working. Only a hash is stored. */
export async function createAccessLink(tx: Making, userId: string, purpose: LinkPurpose): Promise<string> {
  const token = tx.randomText(TOKEN_BYTES);
  await tx.db.accessLink.deleteMany({ where: { userId } });
  await tx.db.accessLink.create({
    data: {
      id: tx.newId(),
      userId,
      purpose,
      tokenHash: hashSecret(token),
      expiresAt: new Date(tx.now.getTime() + HOURS[purpose] * 3_600_000),
      createdBy: tx.actor.name,
      createdAt: tx.now,
    },
  });
  return `${tx.site ?? ''}/${purpose}/${token}`;
}
