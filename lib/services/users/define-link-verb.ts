import { z } from 'zod';
import { idSchema } from '@/lib/schemas/text';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { createAccessLink, type LinkPurpose } from './access-link';
import { assertMayGrant } from './may-grant';
import { findUser } from './user-row';

const input = z.strictObject({ id: idSchema });

/** Works once and is shown once. */
export interface LinkView {
  url: string;
}

/** Declares a verb that makes a one-time link for a user who may do no more than the actor. */
export const defineLinkVerb = (verbName: string, { action, purpose }: { action: string; purpose: LinkPurpose }) =>
  defineVerb<typeof input, LinkView, InstallationScope>({
    verbName,
    input,
    permission: 'user.manage',
    locks: () => ({ installation: true }),
    reaches: () => [],
    run: async (tx, { id }) => {
      const row = await findUser(tx.db, id);
      await assertMayGrant(tx, row.assignments);
      if (row.disabled) throw serviceError('refused', 'user_disabled');
      const url = await createAccessLink(tx, id, purpose);
      tx.audit({ action, after: { id, email: row.email } });
      return { url };
    },
  });
