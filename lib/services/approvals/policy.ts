import type { Permission } from '@/lib/permissions/table';
import { authorize, isAllowed, isTenantAdmin } from '../authorize';
import type { Scope, ServiceContext } from '../context';
import { serviceError } from '../errors';
import type { EnvironmentRow } from '../transaction-client';
import type { Wish } from './wish';

/** Whether a write may happen now, happens although it should wait, or waits because it was asked to. */
export type Ruling = 'now' | 'bypassing' | 'requested';

type Asking = Pick<ServiceContext<Scope>, 'scope' | 'actor' | 'approval'>;

interface Asked {
  permission: Permission;
  reached: readonly EnvironmentRow[];
  wish: Wish;
  comment: string | undefined;
}

/** Who may edit in some environment may ask for an edit in any. */
const mayRequest = (ctx: Asking, permission: Permission): boolean =>
  !isTenantAdmin(ctx) && isAllowed(ctx, permission, []);

/**
 * Who may write, with approvals or without. Throws `forbidden` for who may neither do it nor ask for it, and
 * `comment_required` for a bypass without a reason.
 */
export function ruleOn(ctx: Asking, { permission, reached, wish, comment }: Asked): Ruling {
  if (ctx.approval) return 'now';
  if (wish.request && reached.length > 0 && mayRequest(ctx, permission)) return 'requested';
  authorize(ctx, permission, reached);
  if (!wish.bypass) return 'now';
  authorize(ctx, 'approval.bypass', reached);
  if (!comment?.trim()) throw serviceError('refused', 'comment_required');
  return 'bypassing';
}

/**
 * The environments that want approvals and whose answers the write changed: those it reaches and wrote to. Null for a
 * write that lets the clock change all it reaches.
 */
export const boundBy = (reached: readonly EnvironmentRow[], touched: readonly string[] | null): EnvironmentRow[] =>
  reached.filter(({ id, requiredApprovals }) => requiredApprovals > 0 && (touched === null || touched.includes(id)));
