import { applyOne } from '@/lib/changes/apply';
import { describeInstruction } from '@/lib/changes/describe';
import { asChangeError } from '@/lib/changes/issue';
import { normalise } from '@/lib/changes/normalise';
import type { Sentence } from '@/lib/changes/sentence';
import type { ChangeSubject, Instruction } from '@/lib/changes/types';
import type { Configuration } from '@/lib/engine/types';

export interface Rebased {
  configuration: Configuration;
  kept: Instruction[];
  /** What could not be applied any more, in words of the configuration it was meant for. */
  dropped: Sentence[];
}

/**
 * Applies instructions made on `base` to what is stored now. One that cannot be applied any more, such as an edit of
 * a rule that is gone, is dropped; a place before a rule that is gone becomes the end.
 */
export function rebase(subject: ChangeSubject, base: Configuration, instructions: readonly Instruction[]): Rebased {
  const { definition } = subject;
  let configuration = normalise(definition, subject.configuration);
  const kept: Instruction[] = [];
  const dropped: Sentence[] = [];
  for (const asked of instructions) {
    const instruction = withoutLostPlace(configuration, asked);
    try {
      configuration = applyOne({ definition, configuration }, instruction);
      kept.push(instruction);
    } catch (thrown) {
      if (!asChangeError(thrown)) throw thrown;
      dropped.push(...describeInstruction(base, asked));
    }
  }
  return { configuration, kept, dropped };
}

function withoutLostPlace({ rules }: Configuration, instruction: Instruction): Instruction {
  if (instruction.kind !== 'addRule' && instruction.kind !== 'moveRule') return instruction;
  const { before, ...rest } = instruction;
  const isLost = typeof before === 'string' && !rules.some(({ id }) => id === before);
  return isLost ? rest : instruction;
}
