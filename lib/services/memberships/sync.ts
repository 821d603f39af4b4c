import { membershipSyncOneSchema } from '@/lib/schemas/membership';
import { membershipSyncSchema } from '@/lib/schemas/membership-group';
import { authorize } from '../authorize';
import { findEnvironment } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { serviceError } from '../errors';
import { findFlag } from '../flags/flag-row';
import type { EnvironmentRow } from '../transaction';
import type { GroupChange } from './apply-group-batch';
import { membershipKey } from './membership-key';
import { markSynced, syncKeys, syncWhole } from './sync-environment';
import type { SyncReport } from './types';

type Done = { environment: EnvironmentRow; changes: GroupChange[] };

async function reportOf({ db }: ServiceContext, done: readonly Done[], flag?: string): Promise<SyncReport> {
  const sums = new Map<string, SyncReport['flags'][number]>();
  for (const { environment, changes } of done) {
    for (const change of changes) {
      const name = `${environment.key} ${change.flag}`;
      const sum = sums.get(name) ?? {
        environment: environment.key,
        flag: change.flag,
        added: 0,
        removed: 0,
        updated: 0,
      };
      sum.added += change.added;
      sum.removed += change.removed;
      sum.updated += change.updated;
      sums.set(name, sum);
    }
  }
  const flags = [...sums.values()];
  const total = (name: 'added' | 'removed' | 'updated') => flags.reduce((sum, one) => sum + one[name], 0);
  const ids = done.map(({ environment }) => environment.id);
  const members = await db.groupMember.count({
    where: { environmentId: { in: ids }, ...(flag !== undefined && { flag }) },
  });
  const [added, removed, updated] = [total('added'), total('removed'), total('updated')];
  return { added, removed, updated, unchanged: Math.max(0, members - added - updated), flags };
}

async function syncAll(ctx: ServiceContext, raw: unknown): Promise<SyncReport> {
  const { db, scope } = ctx;
  authorize(ctx, 'membership.edit', []);
  const { environment, flag } = parseInput(membershipSyncSchema, raw);
  const { projectId } = scope;
  const environments =
    environment === undefined
      ? await db.environment.findMany({ where: { projectId }, orderBy: { key: 'asc' } })
      : [await findEnvironment(db, projectId, environment)];
  authorize(ctx, 'membership.edit', environments);
  if (flag !== undefined) await findFlag(db, projectId, flag);
  const done: Done[] = [];
  for (const row of environments) {
    done.push({ environment: row, changes: await syncWhole(ctx, row, flag) });
    if (flag === undefined) await markSynced(ctx, row);
  }
  return reportOf(ctx, done, flag);
}

async function syncOne(ctx: ServiceContext, raw: unknown): Promise<SyncReport> {
  const { db, scope } = ctx;
  authorize(ctx, 'membership.edit', []);
  const { flag, environment: name, id } = parseInput(membershipSyncOneSchema, raw);
  const environment = await findEnvironment(db, scope.projectId, name);
  authorize(ctx, 'membership.edit', [environment]);
  const key = membershipKey(flag, id);
  const environmentId = environment.id;
  const [items, members] = await Promise.all([
    db.item.count({ where: { environmentId, kind: 'membership', key, toNumber: null } }),
    db.groupMember.count({ where: { environmentId, flag, membership: id } }),
  ]);
  // One that was removed is not there any more; its place in the group may be.
  if (items + members === 0) throw serviceError('not_found');
  const [change] = await syncKeys(ctx, environment, [key]);
  const { added = 0, removed = 0, updated = 0 } = change ?? {};
  const flags = change ? [{ environment: name, flag, added, removed, updated }] : [];
  return { added, removed, updated, unchanged: change ? 0 : 1, flags };
}

/** Brings the groups of everything, of one environment, or of one flag up to date with the memberships in force. */
export const syncMemberships: Verb<typeof membershipSyncSchema, SyncReport, ProjectScope> = Object.assign(
  (ctx: ServiceContext, raw: unknown) => refusing(ctx, 'memberships.sync', () => syncAll(ctx, raw)),
  {
    verbName: 'memberships.sync',
    input: membershipSyncSchema,
    permission: 'membership.edit' as const,
    kind: 'write' as const,
  },
);

/** The same for one membership. */
export const syncMembership: Verb<typeof membershipSyncOneSchema, SyncReport, ProjectScope> = Object.assign(
  (ctx: ServiceContext, raw: unknown) => refusing(ctx, 'memberships.syncOne', () => syncOne(ctx, raw)),
  {
    verbName: 'memberships.syncOne',
    input: membershipSyncOneSchema,
    permission: 'membership.edit' as const,
    kind: 'write' as const,
  },
);
