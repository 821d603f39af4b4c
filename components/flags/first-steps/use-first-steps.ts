'use client';

import { useState } from 'react';
import { z } from 'zod';
import { useStored } from '@/lib/client/use-stored';
import type { FlagListItem } from '@/lib/services/flags/types';
import type { FlagPlace } from '../flag-context';
import { isNewProject } from './first-steps-state';

const dismissedSchema = z.boolean();

/** Whether the first steps are shown: in a new project, to those who may take them, until they are put away. */
export function useFirstSteps({ project, can }: FlagPlace, flags: readonly FlagListItem[], total: number, q: string) {
  const [dismissed, store] = useStored(`flagstaff.first-steps-done.${project}`, dismissedSchema);
  // Decided once: what completes the list must not make it vanish. A search says nothing about the project.
  const [isNew] = useState(() => q === '' && isNewProject(flags, total));
  return { isShown: isNew && !dismissed && can.editFlags, dismiss: () => store(true) };
}
