'use client';

import { Check, Clock, GitPullRequest, type LucideIcon, TriangleAlert, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { ChangeRequestItem, ChangeRequestStatus } from '@/lib/services/approvals/types';

const ICONS: Readonly<Record<ChangeRequestStatus, LucideIcon>> = {
  open: GitPullRequest,
  scheduled: Clock,
  applied: Check,
  rejected: X,
  cancelled: Undo2,
};

/** Where a request stands: told by a symbol and a word, never by colour alone. */
export function RequestStatus({
  request,
}: {
  request: Pick<ChangeRequestItem, 'status' | 'hasProblem' | 'approvals'>;
}) {
  const t = useTranslations('requests');
  const { status, hasProblem, approvals } = request;
  const isOpen = status === 'open' || status === 'scheduled';
  if (isOpen && hasProblem) {
    return (
      <Badge variant="outline" className="border-warning text-warning-text">
        <TriangleAlert />
        {t('status.stale')}
      </Badge>
    );
  }
  const isApproved = status === 'open' && approvals.given.length >= approvals.required;
  const Icon = isApproved ? Check : ICONS[status];
  return (
    <Badge variant={isOpen ? 'secondary' : 'outline'}>
      <Icon />
      {t(isApproved ? 'status.approved' : `status.${status}`)}
    </Badge>
  );
}
