import type { ActionError } from '@/lib/actions/action-result';
import type { ConfigurationView } from '@/lib/services/configurations/types';

/** What is stored now, if a save was refused because of it. */
export function storedConflict(refusal: ActionError | null): ConfigurationView | null {
  if (refusal?.code !== 'version_conflict') return null;
  return isConfigurationView(refusal.current) ? refusal.current : null;
}

/** It comes from our own action, so a few fields tell it from other answers. */
function isConfigurationView(value: unknown): value is ConfigurationView {
  return (
    typeof value === 'object' && value !== null && 'rules' in value && 'environment' in value && 'version' in value
  );
}
