'use client';

import { useBooleanFlagValue } from '@openfeature/react-sdk';
import type { ReactNode } from 'react';

export interface FeatureProps {
  /** The key of a boolean flag. */
  flag: string;
  /** Shown while the flag is off, and while nothing is known of it: nothing, unless given. */
  fallback?: ReactNode;
  children: ReactNode;
}

/** Shows its children while a flag is on, and follows its changes. Must be below a `FlagstaffProvider`. */
export function Feature({ flag, fallback = null, children }: FeatureProps): ReactNode {
  return useBooleanFlagValue(flag, false) ? children : fallback;
}
