'use client';

import type { FlagEnvironment, FlagSummary } from '@/components/flag-page/flag-page-types';
import { useConfiguration } from '@/lib/client/use-configuration';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import { TargetingForm } from './targeting-form';

export interface TargetingTabProps {
  project: string;
  flag: FlagSummary;
  environments: readonly FlagEnvironment[];
  /** Key of the one that is edited. */
  environment: string;
  initial: ConfigurationView;
}

/** Who gets what in one environment, and a place to try it. */
export function TargetingTab({ environments, environment: key, initial, ...props }: TargetingTabProps) {
  const { data } = useConfiguration(props.project, props.flag.key, key, { initial });
  const environment = environments.find((each) => each.key === key);
  if (!environment) return null;
  return <TargetingForm {...props} environments={environments} environment={environment} stored={data ?? initial} />;
}
