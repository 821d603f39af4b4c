import { z } from 'zod';
import type { Instruction } from '@/lib/changes/types';
import { parseStoredInstructions, storeInstructions } from '@/lib/schemas/stored-change';

const entrySchema = z.object({
  step: z.int(),
  environment: z.string(),
  at: z.string(),
  /** Version of the configuration before it. */
  from: z.int(),
  /** Instructions that take it back. */
  inverse: z.unknown(),
  undone: z.boolean(),
});
const storedSchema = z.object({
  v: z.literal(1),
  entries: z.array(entrySchema),
  own: z.record(z.string(), z.array(z.int())),
});

/** A step that was applied. */
export interface HistoryEntry {
  step: number;
  environment: string;
  at: string;
  from: number;
  inverse: Instruction[];
  /** It was rolled back. */
  undone: boolean;
}
/** What a plan did so far. */
export interface PlanHistory {
  /** In the order of their steps; a step that is applied again replaces itself. */
  entries: HistoryEntry[];
  /** Versions of configurations that the plan itself made, by environment: everything since by others is theirs. */
  own: Record<string, number[]>;
}

export const NO_HISTORY: PlanHistory = { entries: [], own: {} };

export function readHistory(stored: unknown): PlanHistory {
  const { entries, own } = storedSchema.parse(stored);
  const read = (inverse: unknown): Instruction[] => {
    const instructions = parseStoredInstructions(inverse);
    if (!instructions) throw new Error('the history of a plan cannot be read');
    return instructions;
  };
  return { entries: entries.map((entry) => ({ ...entry, inverse: read(entry.inverse) })), own };
}

export const storeHistory = ({ entries, own }: PlanHistory): object => ({
  v: 1,
  entries: entries.map((entry) => ({ ...entry, inverse: storeInstructions(entry.inverse) })),
  own,
});

/** Notes a version that the plan made. */
export function withOwn(history: PlanHistory, environment: string, version: number): PlanHistory {
  const versions = history.own[environment] ?? [];
  return { ...history, own: { ...history.own, [environment]: [...versions, version] } };
}

export const withEntry = (history: PlanHistory, entry: HistoryEntry): PlanHistory => ({
  ...history,
  entries: [...history.entries.filter(({ step }) => step !== entry.step), entry].sort((a, b) => a.step - b.step),
});
