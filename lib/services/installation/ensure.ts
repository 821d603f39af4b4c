import type { InstallationScope, ServiceContext } from '../context';
import { isUniqueViolation } from '../unique-violation';

/** The one row that stands for the installation: writes to users, roles and projects lock it. Idempotent. */
export async function ensureInstallation(ctx: ServiceContext<InstallationScope>): Promise<void> {
  if (await ctx.db.installation.findUnique({ where: { id: 1 }, select: { id: true } })) return;
  try {
    await ctx.db.installation.create({ data: { id: 1, epoch: ctx.randomText(12), createdAt: ctx.now } });
  } catch (thrown) {
    // Another instance was first.
    if (!isUniqueViolation(thrown)) throw thrown;
  }
}
