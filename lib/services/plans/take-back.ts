import { conflicts, footprint } from '@/lib/changes/footprint';
import type { Instruction } from '@/lib/changes/types';
import type { Configuration } from '@/lib/engine/types';
import type { HistoryEntry } from './history';

export interface TakenBack {
  instructions: Instruction[];
  /** Others changed the same since, and theirs stays. */
  partly: boolean;
}

interface Standing {
  configuration: Pick<Configuration, 'rules'>;
  /** What others touched in the configuration since the first of the entries. */
  others: readonly string[];
}

/**
 * What takes steps back in one environment, the last of them first. What others changed since stays as they left it,
 * except that the plan's own rules go in any case.
 */
export function takingBack(entries: readonly HistoryEntry[], { configuration, others }: Standing): TakenBack {
  const rules = new Set(configuration.rules.map(({ id }) => id));
  const all = entries.toSorted((a, b) => b.step - a.step).flatMap(({ inverse }) => inverse);
  // A default that is brought back must not be served because others keep the flag on.
  const isStateTheirs = others.includes('state');
  const keeps = (instruction: Instruction): boolean => {
    if (instruction.kind === 'removeRule') return rules.has(instruction.id);
    if (instruction.kind === 'setDefault' && isStateTheirs) return false;
    return !conflicts(others, footprint(instruction));
  };
  const instructions = all.filter(keeps);
  return { instructions, partly: instructions.length < all.length };
}
