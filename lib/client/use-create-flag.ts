'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { changeConfiguration } from '@/lib/actions/configurations';
import { createFlag } from '@/lib/actions/flags';
import type { ActionResult } from '@/lib/actions/action-result';
import type { instructionSchema } from '@/lib/schemas/instruction';
import type { FlagView } from '@/lib/services/flags/types';
import { queryKeys } from './query-keys';
import { useAction } from './use-action';

export interface NewFlag {
  /** A body of `POST /flags`. */
  flag: object;
  instructions: readonly z.input<typeof instructionSchema>[];
  /** Keys of the environments that the instructions are for. */
  environments: readonly string[];
}

export interface CreatedFlag {
  flag: FlagView;
  /** Keys of environments in which the instructions were refused. */
  unprepared: string[];
}

/** Makes a flag and prepares it in some environments. The flag stays even if preparing it fails somewhere. */
export function useCreateFlag(project: string) {
  const client = useQueryClient();
  return useAction<CreatedFlag, NewFlag>(
    async ({ flag: body, instructions, environments }): Promise<ActionResult<CreatedFlag>> => {
      const made = await createFlag(project, body);
      if (!made.ok) return made;
      const flag = made.data;
      const unprepared: string[] = [];
      for (const environment of instructions.length > 0 ? environments : []) {
        const version = flag.environments[environment]?.version ?? 0;
        const change = { flag: flag.key, environment, version, instructions };
        const prepared = await changeConfiguration(project, change).catch(() => ({ ok: false }));
        if (!prepared.ok) unprepared.push(environment);
      }
      return { ok: true, data: { flag, unprepared } };
    },
    { onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.flags(project) }) },
  );
}
