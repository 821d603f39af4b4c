import type { Configuration, FlagDefinition, Rule } from '../../engine/types';
import type { ChangeSubject } from '../types';

type Definition = Pick<FlagDefinition, 'type' | 'variants'>;

export const BOOLEAN: Definition = {
  type: 'boolean',
  variants: [
    { key: 'on', value: true },
    { key: 'off', value: false },
  ],
};

/** A small rule for tests; what matters is given. */
export function rule(fields: Partial<Rule> = {}): Rule {
  return {
    id: 'r1',
    name: 'Beta',
    description: '',
    enabled: true,
    operator: 'AND',
    conditions: [{ attribute: 'plan', operator: 'equals', value: 'pro' }],
    serve: { variant: 'on' },
    ...fields,
  };
}

/** A small configuration for tests. */
export function configuration(fields: Partial<Configuration> = {}): Configuration {
  return {
    v: 1,
    version: 3,
    state: 'on',
    killed: false,
    offVariant: 'off',
    targets: [],
    prerequisites: [],
    rules: [],
    default: { variant: 'on' },
    ...fields,
  };
}

export function subject(fields: Partial<Configuration> = {}): ChangeSubject {
  return { definition: BOOLEAN, configuration: configuration(fields) };
}

/** Runs something that must throw, and gives what it threw. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}
