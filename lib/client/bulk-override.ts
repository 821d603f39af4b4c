import type { ManyOverridesView, OverrideValue } from '@/lib/services/overrides/types';
import { FetchError } from './fetch-json';

/** One flag for many tenants: a variant, or null to clear. */
export interface BulkOverride {
  environment: string;
  flag: string;
  variant: string | null;
  /** RFC 3339; only with a variant, as is the note. */
  expiresAt?: string | null;
  note?: string;
  tenants: readonly string[];
  comment?: string;
}

export type BulkChange = ManyOverridesView['changes'][number];

/** The body that asks for it: of a cleared override nothing else is said. */
export function bulkBody({ variant, expiresAt, note, comment, ...place }: BulkOverride) {
  const said = { ...place, ...(comment && { comment }) };
  if (variant === null) return { ...said, clear: true };
  return { ...said, variant, ...(expiresAt && { expiresAt }), ...(note && { note }) };
}

type WayBack = Pick<BulkOverride, 'variant' | 'expiresAt' | 'note' | 'tenants'>;

/** What brings tenants back to the values before, those with the same value together. One that has ended is none. */
export function wayBack(changes: readonly BulkChange[], now: number): WayBack[] {
  const groups = new Map<string, { before: OverrideValue | null; tenants: string[] }>();
  for (const { tenant, before: stored } of changes) {
    const hasEnded = stored?.expiresAt != null && Date.parse(stored.expiresAt) <= now;
    const before = hasEnded ? null : stored;
    const id = JSON.stringify(before && [before.variant, before.expiresAt, before.note]);
    const group = groups.get(id) ?? { before, tenants: [] };
    group.tenants.push(tenant);
    groups.set(id, group);
  }
  return [...groups.values()].map(({ before, tenants }) => ({
    variant: before?.variant ?? null,
    expiresAt: before?.expiresAt,
    note: before?.note ?? undefined,
    tenants,
  }));
}

/** A tenant that is gone refuses its whole batch. */
export const isOfOneTenant = (error: unknown): boolean =>
  error instanceof FetchError && error.answer.code === 'unknown_tenant';

/** No answer, or none of ours: it may have been stored all the same. */
export const isUncertain = (error: unknown): boolean => !(error instanceof FetchError) || error.status >= 500;
