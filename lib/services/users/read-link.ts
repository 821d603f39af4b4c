import { z } from 'zod';
import { text } from '@/lib/schemas/text';
import type { InstallationScope, ServiceContext } from '../context';
import { hashSecret } from '../secrets';

const input = z.strictObject({ token: text(200, 1), purpose: z.enum(['invite', 'reset']) });

/** Whom a link is for. */
export interface OpenLink {
  email: string;
  name: string;
}

/** What a one-time link opens, or null for one that is unknown, used, expired or of a user kept out. */
export async function readLink(ctx: ServiceContext<InstallationScope>, raw: unknown): Promise<OpenLink | null> {
  const parsed = input.safeParse(raw);
  if (!parsed.success) return null;
  const { token, purpose } = parsed.data;
  const row = await ctx.db.accessLink.findUnique({ where: { tokenHash: hashSecret(token) }, include: { user: true } });
  if (!row || row.purpose !== purpose || row.usedAt !== null || row.expiresAt <= ctx.now) return null;
  return row.user.disabled ? null : { email: row.user.email, name: row.user.name };
}
