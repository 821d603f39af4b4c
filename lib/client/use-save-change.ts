'use client';

import { changeConfiguration } from '@/lib/actions/configurations';
import type { ActionResult } from '@/lib/actions/action-result';
import type { Instruction } from '@/lib/changes/types';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import type { ConfigurationPlace } from './use-after-write';
import { useAction } from './use-action';

export interface SaveChange {
  /** What the instructions were made on. */
  version: number;
  instructions: readonly Instruction[];
  comment?: string;
  /** Without the approvals that the environment wants. */
  bypass?: boolean;
}

/** Saves instructions; what comes back is stored now, changes of others that did not touch the same included. */
export function useSaveChange({ project, flag, environment }: ConfigurationPlace) {
  return useAction<ConfigurationView, SaveChange>(async (change): Promise<ActionResult<ConfigurationView>> => {
    const result = await changeConfiguration(project, { flag, environment, ...change });
    if (!result.ok) return result;
    return { ok: true, data: 'configuration' in result.data ? result.data.configuration : result.data };
  });
}
