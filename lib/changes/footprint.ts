import type { Instruction } from './types';

/**
 * What an instruction touches, as names; two changes conflict if they share one.
 * - `state killed offVariant default codeDefault prerequisites`, `target:<subject>`, `rule:<id>` (what a rule says);
 * - `position:<id>`: where a rule stands, touched by moving or removing it and by placing another just before it;
 * - `order`: touched by every move, because two moves made apart can give an order that neither saw.
 * So edits of different rules never conflict, nor does editing a rule that another person moves. Rules added at the
 * end do not conflict either: none of the rules that both saw changes place, and the one saved first answers first.
 */
export function footprint(instruction: Instruction): string[] {
  switch (instruction.kind) {
    case 'turnOn':
    case 'turnOff':
    case 'followDefault':
      return ['state'];
    case 'kill':
    case 'revive':
      return ['killed'];
    case 'setOffVariant':
      return ['offVariant'];
    case 'setDefault':
      return ['default'];
    case 'setCodeDefault':
      return ['codeDefault'];
    case 'setPrerequisites':
      return ['prerequisites'];
    case 'addTargets':
    case 'removeTargets':
      return instruction.subjects.map((subject) => `target:${subject}`);
    case 'addRule':
      return [`rule:${instruction.rule.id}`, ...position(instruction.before)];
    case 'updateRule':
    case 'setRuleEnabled':
    case 'setRollout':
      return [`rule:${instruction.id}`];
    case 'removeRule':
      return [`rule:${instruction.id}`, ...position(instruction.id)];
    case 'moveRule':
      return ['order', ...position(instruction.id), ...position(instruction.before)];
  }
}

/** The footprint of a whole change, each name once, sorted. */
export function footprintOf(instructions: readonly Instruction[]): string[] {
  return [...new Set(instructions.flatMap(footprint))].sort();
}

/** Whether two changes with these footprints conflict. */
export function conflicts(a: readonly string[], b: readonly string[]): boolean {
  const names = new Set(a);
  return b.some((name) => names.has(name));
}

function position(id: string | null | undefined): string[] {
  return id === undefined || id === null ? [] : [`position:${id}`];
}
