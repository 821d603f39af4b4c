import type { Configuration, FlagDefinition } from '../engine/types';

/** What a flag starts with in an environment: off. Booleans have `on` and `off` (or the first such value) ready. */
export function newConfiguration({ type, variants }: Pick<FlagDefinition, 'type' | 'variants'>): Configuration {
  const boolean = (key: string, value: boolean): string | undefined =>
    (variants.find((variant) => variant.key === key) ?? variants.find((variant) => variant.value === value))?.key;
  const first = variants[0]?.key ?? null;
  return {
    v: 1,
    version: 1,
    state: 'off',
    killed: false,
    offVariant: (type === 'boolean' ? boolean('off', false) : undefined) ?? null,
    targets: [],
    prerequisites: [],
    rules: [],
    default: { variant: (type === 'boolean' ? boolean('on', true) : undefined) ?? first },
  };
}
