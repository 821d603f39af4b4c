import type { Configuration, FlagDefinition } from '@/lib/engine/types';
import { serviceError } from '../errors';
import { definitionOf } from '../flags/definition-of';
import { findFlag, type FlagRow } from '../flags/flag-row';
import { configurationInForce } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction';

/** What a change is applied to, with the rows it belongs to. */
export interface FoundSubject {
  row: FlagRow;
  environment: EnvironmentRow;
  definition: FlagDefinition;
  configuration: Configuration;
}

/** An environment of the project by its exact key, or `not_found`. */
export async function findEnvironment(db: TransactionClient, projectId: string, key: string): Promise<EnvironmentRow> {
  const row = await db.environment.findFirst({ where: { projectId, key } });
  if (!row) throw serviceError('not_found');
  return row;
}

/** A flag's definition and its configuration in force in an environment, or `not_found`. */
export async function findSubject(
  db: TransactionClient,
  projectId: string,
  place: { flag: string; environment: string },
): Promise<FoundSubject> {
  const environment = await findEnvironment(db, projectId, place.environment);
  const row = await findFlag(db, projectId, place.flag);
  const configuration = await configurationInForce(db, environment.id, row.key);
  return { row, environment, definition: definitionOf(row), configuration };
}
