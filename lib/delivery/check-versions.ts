import type { DatabaseClient } from '@/lib/db/handles';
import type { HeldRulesets } from './held-rulesets';
import { load } from './load';
import type { ProfileCache } from './profile-cache';
import { type EnvironmentVersion, readVersions, type Versions } from './versions';

export interface StoreLog {
  warn(fields: object, message: string): void;
}

const LOADS_AT_ONCE = 3;
/** Code of the error of a load whose rows are not as many as there are. */
export const INCOMPLETE = 'ruleset_incomplete';

async function update(
  db: DatabaseClient,
  held: HeldRulesets,
  environment: EnvironmentVersion,
  log: StoreLog,
): Promise<void> {
  const { id } = environment;
  const outcome = await load(db, environment, held.get(id));
  if (outcome.kind === 'gone') return;
  if (outcome.kind === 'mismatch') {
    log.warn({ environment: id, ...outcome }, 'a ruleset was read incompletely and is not used');
    throw Object.assign(new Error('a ruleset was read incompletely'), { code: INCOMPLETE });
  }
  if (outcome.unreadable > 0) log.warn({ environment: id, items: outcome.unreadable }, 'items cannot be read');
  held.put(outcome.loaded);
}

/**
 * Compares what is held with the database and loads what is behind. An environment that cannot be loaded stays as it
 * is and ages; the others do not. `failed` says how many could not.
 */
export async function checkVersions(
  db: DatabaseClient,
  held: HeldRulesets,
  { log, profiles }: { log: StoreLog; profiles: Pick<ProfileCache, 'update'> },
  begun: number,
): Promise<Versions & { failed: unknown[] }> {
  const versions = await readVersions(db);
  if (!versions) throw new Error('the installation was not set up yet');
  const queue = [...versions.environments];
  const failed: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let one = queue.pop(); one; one = queue.pop()) {
      try {
        if (held.isBehind(one)) await update(db, held, one, log);
        held.markFresh(one.id, begun);
      } catch (error) {
        failed.push(error);
      }
    }
  };
  const caughtUp = profiles.update(versions.environments).catch((error: unknown) => void failed.push(error));
  await Promise.all([caughtUp, ...Array.from({ length: LOADS_AT_ONCE }, worker)]);
  const known = new Set(versions.environments.map(({ id }) => id));
  for (const { id } of held.all()) if (!known.has(id)) held.drop(id);
  return { ...versions, failed };
}
