import type { EnvironmentView } from '@/lib/services/environments/types';

/** A filter that everybody wants sooner or later; `id` is its text's. */
export interface UsualView {
  id: 'all' | 'onIn' | 'killed' | 'stale' | 'archived';
  q: string;
  environment?: string;
}

export function usualViews(environments: readonly EnvironmentView[]): UsualView[] {
  const guarded = environments.filter((environment) => environment.protected);
  return [
    { id: 'all', q: '' },
    ...guarded.map(({ key, name }): UsualView => ({ id: 'onIn', q: `env:${key} state:on`, environment: name })),
    { id: 'killed', q: 'state:killed' },
    { id: 'stale', q: 'stale:true' },
    { id: 'archived', q: 'archived:true' },
  ];
}
