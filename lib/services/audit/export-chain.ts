import type { InstallationScope, ServiceContext } from '../context';
import type { StoredEntry, StoredHead } from './verify-chain';

/** A chain as a file holds it: enough to verify it anywhere the keys are. */
export interface ExportedChain {
  chain: string;
  head: StoredHead | null;
  entries: StoredEntry[];
}

/** All chains as they stand at one instant, by name. */
export const exportChains = (ctx: ServiceContext<InstallationScope>): Promise<ExportedChain[]> =>
  ctx.db.$transaction(
    async (db) => {
      const heads = await db.auditHead.findMany({ orderBy: { chain: 'asc' } });
      const exported: ExportedChain[] = [];
      for (const { chain, seq, hash, mac } of heads) {
        const entries = await db.auditEntry.findMany({ where: { chain }, orderBy: { seq: 'asc' } });
        exported.push({ chain, head: { chain, seq, hash, mac }, entries });
      }
      return exported;
    },
    { isolationLevel: 'RepeatableRead', timeout: 120_000, maxWait: 120_000 },
  );
