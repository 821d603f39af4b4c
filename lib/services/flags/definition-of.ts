import type { FlagDefinition } from '@/lib/engine/types';
import { readDefinition } from '../items/read';
import type { FlagRow } from './flag-row';

/** What an evaluation needs of a flag: the body of its item `flag` in every environment. */
export function definitionOf(row: FlagRow): FlagDefinition {
  const { id, type, variants, salt, algorithm, metadata, clientVisible, tenantManaged } = row;
  const archived = row.archivedAt !== null;
  return readDefinition(row.key, {
    v: 1,
    id,
    type,
    variants,
    salt,
    algorithm,
    metadata,
    clientVisible,
    tenantManaged,
    archived,
  });
}
