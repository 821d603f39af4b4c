import { applyRequest } from '@/lib/services/approvals/apply-request';
import { createChangeRequest } from '@/lib/services/approvals/create';
import { approveRequest, commentOnRequest } from '@/lib/services/approvals/decide';
import { listChangeRequests } from '@/lib/services/approvals/list';
import { getConfiguration } from '@/lib/services/configurations/get';
import type { ServiceContext } from '@/lib/services/context';

/** A colleague's context at an instant. */
type As = (email: string, now: Date) => Promise<ServiceContext>;

const HOUR = 3_600_000;
const TESTERS = ['staff-2003', 'staff-2007'];

interface People {
  /** Asks: may not write to production. */
  developer: string;
  editor: string;
}

/** What waits for people in the sample: one that nobody has looked at, one that is talked about, and one applied. */
export async function fillRequests(as: As, { developer, editor }: People, now: number): Promise<void> {
  const at = (email: string, hoursAgo: number) => as(email, new Date(now - hoursAgo * HOUR));
  const ctx = await at(editor, 0);
  if (((await listChangeRequests(ctx, { limit: 1 })).total ?? 0) > 0) return;
  const versionOf = async (flag: string, environment: string) =>
    (await getConfiguration(ctx, { flag, environment })).version;
  const change = async (flag: string, environment: string, instructions: object[]) => ({
    ...{ flag, environment, instructions },
    version: await versionOf(flag, environment),
  });

  const applied = await createChangeRequest(await at(developer, 50), {
    title: 'Clusters on the map for everybody in staging',
    comment: 'QA wants to see the map as riders will',
    changes: [await change('map-clusters', 'staging', [{ kind: 'turnOn' }])],
  });
  await approveRequest(await at(editor, 48), { id: applied.id, comment: 'Go ahead' });
  await applyRequest(await at(developer, 47), { id: applied.id });

  const talked = await createChangeRequest(await at(editor, 20), {
    title: 'Range estimate for two more testers',
    changes: [
      await change('e-bike-range-estimate', 'production', [{ kind: 'addTargets', variant: 'on', subjects: TESTERS }]),
      { segment: 'beta-riders', environment: 'production', addMembers: TESTERS },
    ],
  });
  await commentOnRequest(await at(developer, 19), { id: talked.id, comment: 'Do they have the new firmware?' });

  await createChangeRequest(await at(developer, 3), {
    title: 'Dark mode off by default',
    comment: 'Maps are hard to read in sunlight',
    changes: [await change('dark-mode', 'production', [{ kind: 'setDefault', default: { variant: 'off' } }])],
  });
}
