import type { Instruction } from '@/lib/changes/types';
import type { FlagView } from '@/lib/services/flags/types';

export const TEMPLATES = ['enable', 'disable', 'percentage'] as const;
export type Template = (typeof TEMPLATES)[number];

/** What a rollout in thousandths of a percent is called for the default, where no rule is meant. */
export const DEFAULT = '*';

/** The variants a percentage moves between: what a boolean flag serves when true, and when not. */
function pairOf({ type, variants }: Pick<FlagView, 'type' | 'variants'>): [string, string] | null {
  if (type !== 'boolean') return null;
  const [on, off] = [variants.find(({ value }) => value === true), variants.find(({ value }) => value === false)];
  return on && off ? [on.key, off.key] : null;
}

/** Whether the default of a flag can be served to a share of all. */
export const hasShare = (flag: Pick<FlagView, 'type' | 'variants'>): boolean => pairOf(flag) !== null;

interface Asked {
  template: Template;
  /** Of 100. */
  percentage: number;
  /** A rule's id, or `DEFAULT`. */
  rule: string;
}

/** The instructions of a template; null where the flag does not allow it. */
export function instructionsOf(flag: FlagView, { template, percentage, rule }: Asked): Instruction[] | null {
  if (template === 'enable') return [{ kind: 'turnOn' }];
  if (template === 'disable') return [{ kind: 'turnOff' }];
  const share = Math.round(percentage * 1_000);
  if (rule !== DEFAULT) return [{ kind: 'setRollout', id: rule, rollout: { percentage: share } }];
  const pair = pairOf(flag);
  if (!pair) return null;
  const [on, off] = pair;
  if (share === 0 || share === 100_000) return [{ kind: 'setDefault', default: { variant: share === 0 ? off : on } }];
  const split = [
    { variant: on, weight: share },
    { variant: off, weight: 100_000 - share },
  ];
  return [{ kind: 'setDefault', default: { split } }];
}
