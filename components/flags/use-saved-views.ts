'use client';

import { z } from 'zod';
import { type FlagFilter } from '@/lib/client/use-flag-list';
import { useStored } from '@/lib/client/use-stored';

export interface SavedView {
  name: string;
  filter: FlagFilter;
}

const viewsSchema: z.ZodType<SavedView[]> = z.array(
  z.object({
    name: z.string().min(1).max(60),
    filter: z.object({ q: z.string(), sort: z.string(), direction: z.enum(['asc', 'desc']) }),
  }),
);

/** A person's own views of a project's flags; saving under a name that exists replaces it. */
export function useSavedViews(project: string) {
  const [stored, store] = useStored(`flagstaff.flag-views.${project}`, viewsSchema);
  const views = stored ?? [];
  const others = (name: string): SavedView[] => views.filter((view) => view.name !== name);
  const save = (view: SavedView): void =>
    store([...others(view.name), view].sort((a, b) => a.name.localeCompare(b.name)));
  return { views, save, remove: (name: string): void => store(others(name)) };
}
