import type { Configuration, FlagState } from '../engine/types';
import type { Instruction } from './types';

const KINDS = { on: 'turnOn', off: 'turnOff', default: 'followDefault' } as const satisfies Record<FlagState, string>;

type Switches = Pick<Configuration, 'state' | 'killed'>;

/**
 * The instructions that lead from one state to another. `turnOn` is refused while killed, so a killed flag that is
 * to be on and killed is revived, turned on and killed, in one change that is never seen in between.
 */
export function stateInstructions(from: Switches, to: Switches): Instruction[] {
  const revive: Instruction[] = [{ kind: 'revive' }];
  const kill: Instruction[] = [{ kind: 'kill' }];
  const set: Instruction[] = from.state === to.state ? [] : [{ kind: KINDS[to.state] }];
  if (!from.killed) return [...set, ...(to.killed ? kill : [])];
  if (!to.killed) return [...revive, ...set];
  return set.some(({ kind }) => kind === 'turnOn') ? [...revive, ...set, ...kill] : set;
}
