import { applyInstructions } from '@/lib/changes/apply';
import { describe } from '@/lib/changes/describe';
import { footprintOf } from '@/lib/changes/footprint';
import { invert } from '@/lib/changes/invert';
import { normalise } from '@/lib/changes/normalise';
import { same } from '@/lib/changes/same';
import type { Instruction } from '@/lib/changes/types';
import type { Configuration } from '@/lib/engine/types';
import { storeInstructions } from '@/lib/schemas/stored-change';
import { serviceError } from '../errors';
import { isInForce } from '../items/read';
import { jsonOf } from '../json-of';
import type { WriteContext } from '../transaction';
import type { FoundSubject } from './find-subject';
import { authorOf } from './record-created';
import type { ConfigurationView, DryRunView } from './types';
import { refuseInvalid } from './validate';
import { configurationView } from './view';

export interface ChangeRequest {
  instructions: readonly Instruction[];
  /** Of the audit, such as `config.change`. */
  action: string;
  comment?: string;
}

/** What instructions make of a configuration, checked; null if they make nothing new. */
async function nextConfiguration(
  tx: Pick<WriteContext, 'db' | 'scope'>,
  { row, environment, definition, configuration }: FoundSubject,
  instructions: readonly Instruction[],
): Promise<Configuration | null> {
  const current = normalise(definition, configuration);
  const next = applyInstructions({ definition, configuration }, instructions);
  if (same(current, next)) return null;
  if (next.state === 'default' && current.state !== 'default') {
    const declared = await isInForce(tx.db, environment.id, 'codeDefault', row.key);
    if (!declared) throw serviceError('refused', 'no_code_default');
  }
  // Switches touch nothing that could be wrong, and an emergency stop must not depend on what else is.
  if (!same({ ...next, state: current.state, killed: current.killed }, current)) {
    const place = { projectId: tx.scope.projectId, environmentId: environment.id, flag: row.key };
    await refuseInvalid(tx.db, place, definition, next);
  }
  return { ...next, version: configuration.version + 1 };
}

/** What a change would make, in sentences; writes nothing. */
export async function tryChange(
  tx: Pick<WriteContext, 'db' | 'scope'>,
  subject: FoundSubject,
  instructions: readonly Instruction[],
): Promise<DryRunView> {
  const next = await nextConfiguration(tx, subject, instructions);
  const { row, environment, configuration } = subject;
  return {
    configuration: configurationView(row.key, environment.key, next ?? configuration),
    messages: next ? describe(subject, instructions) : [],
  };
}

/**
 * Applies instructions to a configuration whose environment is locked, and stores the next one with its change and
 * audit row. What makes no difference makes no version. Answers the configuration now in force.
 */
export async function applyChange(
  tx: WriteContext,
  subject: FoundSubject,
  { instructions, action, comment }: ChangeRequest,
): Promise<ConfigurationView> {
  const { row, environment, configuration } = subject;
  const next = await nextConfiguration(tx, subject, instructions);
  if (!next) return configurationView(row.key, environment.key, configuration);
  tx.items.put(environment.id, 'config', row.key, next);
  await tx.db.change.create({
    data: {
      id: tx.newId(),
      environmentId: environment.id,
      kind: 'config',
      key: row.key,
      subjectId: row.id,
      version: next.version,
      baseVersion: configuration.version,
      number: environment.number + 1,
      instructions: jsonOf(storeInstructions([...instructions])),
      inverse: jsonOf(storeInstructions(invert(subject, instructions))),
      footprint: footprintOf(instructions),
      comment,
      ...authorOf(tx),
    },
  });
  const view = configurationView(row.key, environment.key, next);
  const before = configurationView(row.key, environment.key, configuration);
  tx.audit({ action, flag: row.key, environment: environment.key, before, after: view, comment });
  return view;
}
