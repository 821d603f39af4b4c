import type { InstructionKind } from '@/lib/changes/types';

const KINDS: Record<InstructionKind, true> = {
  turnOn: true,
  turnOff: true,
  followDefault: true,
  kill: true,
  revive: true,
  setOffVariant: true,
  setDefault: true,
  addRule: true,
  updateRule: true,
  removeRule: true,
  moveRule: true,
  setRuleEnabled: true,
  setRollout: true,
  addTargets: true,
  removeTargets: true,
  setPrerequisites: true,
  setCodeDefault: true,
};

/** Every kind there is: the compiler refuses a list that lacks one. */
export const instructionKinds: readonly string[] = Object.keys(KINDS);

/** Those that people send: what the application's default is, it says itself. */
export const sentKinds: readonly string[] = instructionKinds.filter((kind) => kind !== 'setCodeDefault');
