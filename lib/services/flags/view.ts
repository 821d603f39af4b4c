import { z } from 'zod';
import { flagKindSchema } from '@/lib/schemas/flag';
import type { TransactionClient } from '../transaction';
import { definitionOf } from './definition-of';
import type { FlagRow } from './flag-row';
import { environmentStates, environmentsOf, standingConfigurations, type StandingConfiguration } from './states';
import type { FlagView } from './types';

const linksSchema = z.array(z.object({ title: z.string(), url: z.string() }));

/** A flag as the admin API answers it, with its states as they stand. */
export function flagView(row: FlagRow, standing: readonly StandingConfiguration[]): FlagView {
  const { type, variants, salt, metadata, clientVisible, tenantManaged, archived } = definitionOf(row);
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    description: row.description,
    kind: flagKindSchema.parse(row.kind),
    type,
    variants,
    salt,
    tags: row.tags,
    metadata,
    links: linksSchema.parse(row.links),
    owner: row.owner,
    clientVisible,
    tenantManaged,
    archived,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    createdBy: row.createdBy,
    origin: row.origin === 'code' ? 'code' : 'dashboard',
    environments: environmentStates({ type, variants }, standing),
  };
}

/** The same, its states read from the database. */
export async function readFlagView(db: TransactionClient, row: FlagRow): Promise<FlagView> {
  const environments = await environmentsOf(db, row.projectId);
  const standing = await standingConfigurations(db, environments, [row.key]);
  return flagView(row, standing.get(row.key) ?? []);
}
