import type { Configuration } from '@/lib/engine/types';
import { readItem } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import { lastSeen } from './evaluations';
import type { FlagEnvironmentState } from './types';

/** A flag's configuration in one environment, and since when it is in force. */
export interface StandingConfiguration {
  environment: EnvironmentRow;
  configuration: Configuration;
  since: Date;
  lastSeenAt: Date | null;
}

/** The configurations of some flags in all environments, by flag key, environments in their order: two queries. */
export async function standingConfigurations(
  db: TransactionClient,
  environments: readonly EnvironmentRow[],
  flags: readonly string[],
): Promise<Map<string, StandingConfiguration[]>> {
  const ids = environments.map(({ id }) => id);
  const rows = await db.item.findMany({
    where: { environmentId: { in: ids }, kind: 'config', key: { in: [...flags] }, toNumber: null },
    select: { environmentId: true, kind: true, key: true, body: true, fromAt: true },
  });
  const seen = await lastSeen(db, ids, flags);
  const byPlace = new Map(rows.map((row) => [`${row.environmentId} ${row.key}`, row]));
  const standing = (environment: EnvironmentRow, flag: string): StandingConfiguration[] => {
    const row = byPlace.get(`${environment.id} ${flag}`);
    const item = row && readItem(row);
    if (!row || item?.kind !== 'config') return [];
    const lastSeenAt = seen.get(`${environment.id} ${flag}`) ?? null;
    return [{ environment, configuration: item.body, since: row.fromAt, lastSeenAt }];
  };
  return new Map(flags.map((flag) => [flag, environments.flatMap((environment) => standing(environment, flag))]));
}

/** State per environment key, as lists and the flag page show it. */
export function environmentStates(standing: readonly StandingConfiguration[]): Record<string, FlagEnvironmentState> {
  return Object.fromEntries(
    standing.map(({ environment, configuration, lastSeenAt }) => [
      environment.key,
      {
        state: configuration.state,
        killed: configuration.killed,
        version: configuration.version,
        ruleCount: configuration.rules.length,
        lastSeenAt: lastSeenAt?.toISOString() ?? null,
      },
    ]),
  );
}

/** The project's environments in the order people gave them. */
export function environmentsOf(db: TransactionClient, projectId: string): Promise<EnvironmentRow[]> {
  return db.environment.findMany({ where: { projectId }, orderBy: [{ position: 'asc' }, { key: 'asc' }] });
}
