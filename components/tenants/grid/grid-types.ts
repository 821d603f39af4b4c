import type { GridFilter } from '@/lib/client/use-override-grid';
import type { EnvironmentView } from '@/lib/services/environments/types';

export interface OverrideGridProps {
  project: string;
  environment: EnvironmentView;
  /** Whether overrides may be set here. */
  canEdit: boolean;
  filter: GridFilter;
  /** A tenant's own page. */
  hrefOf: (key: string) => string;
}
