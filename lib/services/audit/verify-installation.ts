import { z } from 'zod';
import type { InstallationScope } from '../context';
import { defineRead } from '../define-verb';
import { chainOf } from './chain-of';
import { checkChain } from './check-chain';
import type { ChainVerdict } from './verify-chain';

const input = z.object({});

/** The same for users, roles and projects. */
export const verifyInstallationAudit = defineRead<typeof input, ChainVerdict, InstallationScope>({
  verbName: 'audit.verifyInstallation',
  input,
  permission: 'user.manage',
  run: (ctx) => checkChain(ctx.db, ctx.secrets, chainOf(ctx.scope)),
});
