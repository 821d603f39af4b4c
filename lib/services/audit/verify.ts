import { z } from 'zod';
import { defineRead } from '../define-verb';
import { chainOf } from './chain-of';
import { checkChain } from './check-chain';

/** Whether nobody edited, removed, reordered or cut off what a project's audit says. */
export const verifyAudit = defineRead({
  verbName: 'audit.verify',
  input: z.object({}),
  permission: 'audit.view',
  run: (ctx) => checkChain(ctx.db, ctx.secrets, chainOf(ctx.scope)),
});
