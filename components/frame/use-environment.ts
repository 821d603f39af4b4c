'use client';

import { parseAsString, useQueryState } from 'nuqs';
import type { FrameEnvironment } from './frame-types';

/**
 * The environment that `?env=` names, else the first one; and a way to choose another, which the server is told.
 * A page on the server reads the same parameter from its `searchParams`.
 */
export function useEnvironment<E extends FrameEnvironment>(
  environments: readonly E[],
): [E | undefined, (key: string) => void] {
  const [key, setKey] = useQueryState('env', parseAsString.withOptions({ shallow: false, history: 'push' }));
  const current = environments.find((environment) => environment.key === key) ?? environments[0];
  return [current, (next) => void setKey(next)];
}
