import { z } from 'zod';
import { instantSchema } from '@/lib/schemas/instant';
import type { InstallationScope, ServiceContext } from '../context';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import type { ClockView } from './types';

/** `now` is an instant to move the clock to, or null for real time. */
const input = z.strictObject({ now: instantSchema.nullable() });

const store = defineVerb<typeof input, ClockView, InstallationScope>({
  verbName: 'clock.set',
  input,
  permission: 'settings.manage',
  locks: () => ({ installation: true }),
  reaches: () => [],
  run: async (tx, { now }) => {
    if (!tx.mayMoveClock) throw serviceError('refused', 'clock_locked');
    const { clockOffset } = await tx.db.installation.findUniqueOrThrow({ where: { id: 1 } });
    const real = tx.now.getTime() - Number(clockOffset ?? 0n);
    const offset = now === null ? null : BigInt(now.getTime() - real);
    await tx.db.installation.update({ where: { id: 1 }, data: { clockOffset: offset } });
    const view = { now: (now ?? new Date(real)).toISOString(), moved: now !== null };
    tx.audit({ action: 'clock.set', after: view });
    return view;
  },
});

/** Moves the test clock. No ruleset changes, so that instances are told apart from one. */
export const setClock = Object.assign(
  async (ctx: ServiceContext<InstallationScope>, raw: unknown): Promise<ClockView> => {
    const view = await store(ctx, raw);
    await ctx.committed([]);
    return view;
  },
  { input, verbName: store.verbName, permission: store.permission },
);
