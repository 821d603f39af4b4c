import type { Instruction } from '@/lib/changes/types';
import type { Draft } from './draft';

const INSTRUCTION = /^instructions\.(\d+)\.?(.*)$/;

/** Where in the form a refusal belongs that the server gave for an instruction; other paths are the form's already. */
export function formPathOf(path: string, instructions: readonly Instruction[], draft: Pick<Draft, 'rules'>): string {
  const match = INSTRUCTION.exec(path);
  if (!match) return path;
  const instruction = instructions[Number(match[1])];
  const rest = match[2] ?? '';
  if (!instruction) return '';
  switch (instruction.kind) {
    case 'addRule':
    case 'updateRule': {
      const id = instruction.kind === 'addRule' ? instruction.rule.id : instruction.id;
      return ruleOf(draft, id, rest.replace(/^rule\.?/, ''));
    }
    case 'removeRule':
    case 'moveRule':
    case 'setRuleEnabled':
    case 'setRollout':
      return ruleOf(draft, instruction.id, rest);
    case 'setDefault':
    case 'setPrerequisites':
      return rest;
    case 'setOffVariant':
      return 'offVariant';
    case 'addTargets':
    case 'removeTargets':
      return 'targets';
    default:
      return 'state';
  }
}

function ruleOf({ rules }: Pick<Draft, 'rules'>, id: string, rest: string): string {
  const index = rules.findIndex((rule) => rule.id === id);
  if (index < 0) return 'rules';
  return rest === '' ? `rules.${index}` : `rules.${index}.${rest}`;
}
