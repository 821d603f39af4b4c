import { footprintOf } from '@/lib/changes/footprint';
import { invert } from '@/lib/changes/invert';
import type { Instruction } from '@/lib/changes/types';
import type { Configuration } from '@/lib/engine/types';
import type { Prisma } from '@/lib/db/generated/client';
import { storeInstructions } from '@/lib/schemas/stored-change';
import { authorOf } from '../configurations/record-created';
import { configurationView } from '../configurations/view';
import { serviceError } from '../errors';
import { auditedFlag } from '../flags/audited-flag';
import { definitionOf } from '../flags/definition-of';
import { jsonOf } from '../json-of';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { inPieces } from './in-pieces';
import { configurationsOf } from './load-stored';
import type { Plan } from './plan';

const MOST_VARIANTS = 200;

/** Gives a flag the variant that a declared value needs, or a new description. An added variant is served nowhere yet. */
async function updateFlag(tx: WriteContext, plan: Plan, comment: string): Promise<void> {
  const { row, definition } = plan.stored;
  const added = plan.codeDefault?.added;
  if (!added && plan.description === null) return;
  if (added && definition.variants.length >= MOST_VARIANTS) {
    throw serviceError('refused', 'variants_limit', { params: { limit: MOST_VARIANTS } });
  }
  const stored = await tx.db.flag.update({
    where: { id: row.id },
    data: {
      ...(added && { variants: jsonOf([...definition.variants, added]) }),
      ...(plan.description !== null && { description: plan.description }),
      version: { increment: 1 },
      updatedAt: tx.now,
    },
  });
  if (added) for (const { id } of tx.environments) tx.items.put(id, 'flag', row.key, definitionOf(stored));
  tx.audit({ action: 'flag.update', flag: row.key, before: auditedFlag(row), after: auditedFlag(stored), comment });
}

/** A change of a flag's configuration that comes with a declaration, as it stands in the history. */
function recordChange(
  tx: WriteContext,
  environment: EnvironmentRow,
  { stored: { row, definition } }: Plan,
  change: { configuration: Configuration; next: Configuration; instructions: Instruction[]; comment: string },
): Prisma.ChangeCreateManyInput {
  const { configuration, next, instructions, comment } = change;
  tx.items.put(environment.id, 'config', row.key, next);
  return {
    id: tx.newId(),
    environmentId: environment.id,
    kind: 'config',
    key: row.key,
    subjectId: row.id,
    version: next.version,
    baseVersion: configuration.version,
    number: environment.number + 1,
    instructions: jsonOf(storeInstructions(instructions)),
    inverse: jsonOf(storeInstructions(invert({ definition, configuration }, instructions))),
    footprint: footprintOf(instructions),
    comment,
    ...authorOf(tx),
  };
}

/** Lets a flag that nobody has touched here follow its default, as an ordinary change that can be undone. */
function follow(
  tx: WriteContext,
  environment: EnvironmentRow,
  plan: Plan,
  configuration: Configuration,
  comment: string,
): Prisma.ChangeCreateManyInput {
  const { key } = plan.stored.row;
  const next: Configuration = { ...configuration, state: 'default', version: configuration.version + 1 };
  tx.audit({
    action: 'config.followDefault',
    flag: key,
    environment: environment.key,
    before: configurationView(key, environment.key, configuration),
    after: configurationView(key, environment.key, next),
    comment,
  });
  const instructions: Instruction[] = [{ kind: 'followDefault' }];
  return recordChange(tx, environment, plan, { configuration, next, instructions, comment });
}

/** Changed defaults of flags that follow them are changes of the environment, and stand in their history. */
async function followedChanges(
  tx: WriteContext,
  environment: EnvironmentRow,
  plans: readonly Plan[],
  comment: string,
): Promise<Prisma.ChangeCreateManyInput[]> {
  const changed = plans.filter(({ stored, codeDefault }) => codeDefault && stored.codeDefault !== null);
  const keys = changed.map(({ stored }) => stored.row.key);
  const configurations = await configurationsOf(tx.db, environment.id, keys);
  return changed.flatMap((plan) => {
    const configuration = configurations.get(plan.stored.row.key);
    if (configuration?.state !== 'default' || !plan.codeDefault) return [];
    const instructions: Instruction[] = [{ kind: 'setCodeDefault', variant: plan.codeDefault.variant }];
    const next = { ...configuration, version: configuration.version + 1 };
    return [recordChange(tx, environment, plan, { configuration, next, instructions, comment })];
  });
}

/** What the audit keeps: what the source said, and which variant is the default. */
function auditDeclaration(tx: WriteContext, environment: EnvironmentRow, plan: Plan, comment: string): void {
  const { declaration, stored, codeDefault } = plan;
  if (!declaration && !codeDefault) return;
  const source = declaration?.source;
  const said = stored.declarations.find((each) => each.source === source);
  const isWithdrawn = declaration !== null && declaration.withdrawnAt !== null;
  const wasActive = said !== undefined && said.withdrawnAt === null;
  const of = (each: typeof said): object =>
    each ? { source: each.source, version: each.version, value: each.value, description: each.description } : {};
  tx.audit({
    action: isWithdrawn ? 'flag.withdraw' : 'flag.declare',
    flag: stored.row.key,
    environment: environment.key,
    before: { ...(wasActive && of(said)), codeDefault: stored.codeDefault },
    after: {
      ...(declaration && !isWithdrawn && of(declaration)),
      codeDefault: codeDefault?.variant ?? stored.codeDefault,
    },
    comment,
  });
}

/** Stores what declarations make of flags that exist; the environments are locked. */
export async function storePlans(
  tx: WriteContext,
  environment: EnvironmentRow,
  plans: readonly Plan[],
  comment: string,
): Promise<void> {
  const changes = await followedChanges(tx, environment, plans, comment);
  for (const plan of plans) {
    const { stored, codeDefault, follows } = plan;
    await updateFlag(tx, plan, comment);
    if (codeDefault)
      tx.items.put(environment.id, 'codeDefault', stored.row.key, { v: 1, variant: codeDefault.variant });
    auditDeclaration(tx, environment, plan, comment);
    if (follows && stored.configuration) {
      changes.push(follow(tx, environment, plan, stored.configuration, comment));
    }
  }
  for (const piece of inPieces(changes)) await tx.db.change.createMany({ data: piece });
}
