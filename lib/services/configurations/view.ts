import type { Configuration } from '@/lib/engine/types';
import type { ConfigurationView } from './types';

/** A configuration as GET answers it; PUT takes it unchanged. */
export function configurationView(flag: string, environment: string, configuration: Configuration): ConfigurationView {
  const { v: _, ...rest } = configuration;
  return { flag, environment, ...rest };
}
