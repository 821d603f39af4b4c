'use client';

import { GitPullRequest } from 'lucide-react';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { usePendingRequest } from '@/lib/client/use-pending-request';

/** Says that a change of a flag waits for approval in an environment, and leads to it. */
export function PendingMark(props: { flag: string; environment: { key: string; requiredApprovals: number } }) {
  const t = useTranslations('requests');
  const { project } = useParams();
  const number = usePendingRequest(props.flag, props.environment);
  if (number === null || typeof project !== 'string') return null;
  const text = t('pending', { number });
  return (
    <Link
      href={`/p/${project}/change-requests/${number}`}
      aria-label={text}
      title={text}
      className="inline-flex size-5 shrink-0 items-center justify-center rounded-sm text-warning-text hover:bg-accent"
    >
      <GitPullRequest aria-hidden="true" className="size-4" />
    </Link>
  );
}
