import type { Configuration, FlagDefinition } from '@/lib/engine/types';
import { readItem } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import { lastSeen } from './evaluations';
import type { FlagEnvironmentState } from './types';

/** A flag's configuration in one environment, and since when it is in force. */
export interface StandingConfiguration {
  environment: EnvironmentRow;
  configuration: Configuration;
  /** The variant that the application declared, if it did. */
  codeDefault: string | null;
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
    where: {
      environmentId: { in: ids },
      kind: { in: ['config', 'codeDefault'] },
      key: { in: [...flags] },
      toNumber: null,
    },
    select: { environmentId: true, kind: true, key: true, body: true, fromAt: true },
  });
  const seen = await lastSeen(db, ids, flags);
  const byPlace = new Map(rows.map((row) => [`${row.environmentId} ${row.kind} ${row.key}`, row]));
  const standing = (environment: EnvironmentRow, flag: string): StandingConfiguration[] => {
    const row = byPlace.get(`${environment.id} config ${flag}`);
    const declared = byPlace.get(`${environment.id} codeDefault ${flag}`);
    const [item, fallback] = [row && readItem(row), declared && readItem(declared)];
    if (!row || item?.kind !== 'config') return [];
    const lastSeenAt = seen.get(`${environment.id} ${flag}`) ?? null;
    const codeDefault = fallback?.kind === 'codeDefault' ? fallback.body.variant : null;
    return [{ environment, configuration: item.body, codeDefault, since: row.fromAt, lastSeenAt }];
  };
  return new Map(flags.map((flag) => [flag, environments.flatMap((environment) => standing(environment, flag))]));
}

type Definition = Pick<FlagDefinition, 'type' | 'variants'>;

/** Whether a variant counts as on: a boolean that is true, or anything but what is served when the flag is off. */
function isEnabled({ type, variants }: Definition, variant: string, offVariant: string | null): boolean {
  const value = variants.find(({ key }) => key === variant)?.value;
  return type === 'boolean' ? value === true : variant !== offVariant;
}

/** State per environment key, as lists and the flag page show it. */
export function environmentStates(
  definition: Definition,
  standing: readonly StandingConfiguration[],
): Record<string, FlagEnvironmentState> {
  return Object.fromEntries(
    standing.map(({ environment, configuration, codeDefault, lastSeenAt }) => [
      environment.key,
      {
        state: configuration.state,
        killed: configuration.killed,
        version: configuration.version,
        ruleCount: configuration.rules.length,
        codeDefault:
          codeDefault === null
            ? null
            : { variant: codeDefault, enabled: isEnabled(definition, codeDefault, configuration.offVariant) },
        lastSeenAt: lastSeenAt?.toISOString() ?? null,
      },
    ]),
  );
}

/** The project's environments in the order people gave them. */
export function environmentsOf(db: TransactionClient, projectId: string): Promise<EnvironmentRow[]> {
  return db.environment.findMany({ where: { projectId }, orderBy: [{ position: 'asc' }, { key: 'asc' }] });
}
