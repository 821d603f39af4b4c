import type { FlagView } from '@/lib/services/flags/types';
import type { DeclarationView } from '@/lib/services/registry/types';

/** Where a flag comes from; `former` once no source declares it any more, though one made it. */
export type Origin = 'dashboard' | 'code' | 'both' | 'former';

export function originOf(
  { origin }: Pick<FlagView, 'origin'>,
  declarations: readonly Pick<DeclarationView, 'withdrawnAt'>[],
): Origin {
  const isDeclared = declarations.some(({ withdrawnAt }) => withdrawnAt === null);
  if (origin === 'code') return isDeclared ? 'code' : 'former';
  return isDeclared ? 'both' : 'dashboard';
}
