import { z } from 'zod';
import { checkPrerequisiteGraph } from '@/lib/changes/cycles';
import { refuse } from '@/lib/changes/issue';
import { referencesOf, referencesOfGroup, type References } from '@/lib/changes/references';
import { type ConfigurationRefs, validateConfiguration } from '@/lib/changes/validate';
import type { Configuration, ConditionGroup, FlagDefinition } from '@/lib/engine/types';
import { constantProblem } from '@/lib/schemas/constant';
import { storedPrerequisiteSchema } from '@/lib/schemas/stored-configuration';
import { definitionOf } from '../flags/definition-of';
import type { TransactionClient } from '../transaction';

/** What exists around a configuration or segment: only what it refers to is read. */
async function loadRefs(
  db: TransactionClient,
  projectId: string,
  { flags, memberships, segments }: References,
): Promise<ConfigurationRefs> {
  const keys = [...new Set([...flags, ...memberships])];
  const rows = keys.length > 0 ? await db.flag.findMany({ where: { projectId, key: { in: keys } } }) : [];
  const found = segments.length > 0 ? await segmentKeys(db, projectId, segments) : new Set<string>();
  const definitions = new Map(rows.map((row) => [row.key, definitionOf(row)]));
  return {
    flags: (key) => definitions.get(key),
    segments: (key) => found.has(key),
    constant: constantProblem,
  };
}

async function segmentKeys(db: TransactionClient, projectId: string, keys: string[]): Promise<Set<string>> {
  const rows = await db.segment.findMany({ where: { projectId, key: { in: keys } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** The same for a segment's content. */
export const loadGroupRefs = (
  db: TransactionClient,
  projectId: string,
  group: ConditionGroup,
): Promise<ConfigurationRefs> => loadRefs(db, projectId, referencesOfGroup(group));

const edgeRows = z.array(z.object({ key: z.string(), prerequisites: z.array(storedPrerequisiteSchema) }));

/** Which flags each flag needs in an environment; flags that need none are absent. */
async function prerequisiteEdges(db: TransactionClient, environmentId: string): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw`
    SELECT key, body->'prerequisites' AS prerequisites FROM item
    WHERE environment_id = ${environmentId} AND kind = 'config' AND to_number IS NULL
      AND json_array_length(body->'prerequisites') > 0`;
  return new Map(edgeRows.parse(rows).map(({ key, prerequisites }) => [key, prerequisites.map(({ flag }) => flag)]));
}

/** Every flag from which prerequisites lead to `start`, itself included. */
function leadingTo(start: string, edges: ReadonlyMap<string, string[]>): Set<string> {
  const users = new Map<string, string[]>();
  for (const [flag, needed] of edges) {
    for (const key of needed) users.set(key, [...(users.get(key) ?? []), flag]);
  }
  const reached = new Set([start]);
  for (const flag of reached) for (const user of users.get(flag) ?? []) reached.add(user);
  return reached;
}

/** Refuses prerequisites that lead back to the flag, or make any flag's chain too long. Needs the environment's lock. */
async function refuseCycles(
  db: TransactionClient,
  environmentId: string,
  flag: string,
  configuration: Configuration,
): Promise<void> {
  if (configuration.prerequisites.length === 0) return;
  const edges = await prerequisiteEdges(db, environmentId);
  edges.set(
    flag,
    configuration.prerequisites.map((needed) => needed.flag),
  );
  const needs = (key: string): readonly string[] => edges.get(key) ?? [];
  refuse(checkPrerequisiteGraph(flag, needs));
  for (const user of leadingTo(flag, edges)) refuse(checkPrerequisiteGraph(user, needs));
}

/** Refuses a configuration that means something wrong where it is to be saved or tried. */
export async function refuseInvalid(
  db: TransactionClient,
  place: { projectId: string; environmentId: string; flag: string },
  definition: FlagDefinition,
  configuration: Configuration,
): Promise<void> {
  const refs = await loadRefs(db, place.projectId, referencesOf(configuration));
  refuse(validateConfiguration(definition, configuration, refs));
  await refuseCycles(db, place.environmentId, place.flag, configuration);
}
