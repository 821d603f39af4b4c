import { Building2, User } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { MembershipView } from '@/lib/services/memberships/types';

/** Whose a membership is, in one word. */
export const whoOf = ({ subject, tenant }: Pick<MembershipView, 'subject' | 'tenant'>): string =>
  subject ?? tenant ?? '';

/** Whose a membership is, with what kind of thing that is. */
export function MembershipWho({ membership, className }: { membership: MembershipView; className?: string }) {
  const Icon = membership.subject === null ? Building2 : User;
  return (
    <span className={cn('flex min-w-0 items-center gap-1.5', className)}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0 text-muted-foreground" />
      <span className="truncate font-mono text-xs">{whoOf(membership)}</span>
    </span>
  );
}
