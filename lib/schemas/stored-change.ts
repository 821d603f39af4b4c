import { z } from 'zod';
import type { Instruction } from '@/lib/changes/types';
import { STORED_VERSION, upcast } from '@/lib/changes/upcast';
import {
  storedPrerequisiteSchema,
  storedRolloutSchema,
  storedRuleSchema,
  storedServeSchema,
} from './stored-configuration';

const kind = <K extends string, S extends z.core.$ZodLooseShape>(name: K, shape: S) =>
  z.object({ kind: z.literal(name), ...shape });
const id = z.string();
const before = z.string().nullable().optional();
const subjects = z.array(z.string());

const storedInstructionSchema: z.ZodType<Instruction> = z.discriminatedUnion('kind', [
  kind('turnOn', {}),
  kind('turnOff', {}),
  kind('followDefault', {}),
  kind('kill', {}),
  kind('revive', {}),
  kind('setOffVariant', { variant: z.string().nullable() }),
  kind('setDefault', { default: storedServeSchema }),
  kind('setCodeDefault', { variant: z.string() }),
  kind('addRule', { rule: storedRuleSchema, before }),
  kind('updateRule', { id, rule: storedRuleSchema }),
  kind('removeRule', { id }),
  kind('moveRule', { id, before }),
  kind('setRuleEnabled', { id, enabled: z.boolean() }),
  kind('setRollout', { id, rollout: storedRolloutSchema.nullable() }),
  kind('addTargets', { variant: z.string(), subjects }),
  kind('removeTargets', { subjects }),
  kind('setPrerequisites', { prerequisites: z.array(storedPrerequisiteSchema) }),
]);

const storedChangeSchema = z.object({ v: z.literal(1), instructions: z.array(storedInstructionSchema) });

/** What goes into a JSON column for a list of instructions. */
export interface StoredChange {
  v: 1;
  instructions: Instruction[];
}

export function storeInstructions(instructions: Instruction[]): StoredChange {
  return { v: STORED_VERSION.change, instructions };
}

/** Reads a list of instructions from a JSON column, whichever release wrote it; null if this one cannot. */
export function parseStoredInstructions(stored: unknown): Instruction[] | null {
  const parsed = storedChangeSchema.safeParse(upcast('change', stored));
  return parsed.success ? parsed.data.instructions : null;
}
