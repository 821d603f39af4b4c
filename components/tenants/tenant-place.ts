import type { EnvironmentLike } from '@/components/shared/environment-badge';

/** The tenant that is looked at, where, and what the reader may do there. */
export interface TenantPlace {
  project: string;
  tenant: { key: string; name: string };
  environment: EnvironmentLike & { requireComment?: boolean };
  /** Whether overrides may be set and cleared. */
  canEdit: boolean;
  /** The reader is the tenant's own admin, and sees nothing else. */
  isOwn?: boolean;
}
