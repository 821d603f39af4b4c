'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageBody } from '@/components/frame/page-body';
import { PageHeader } from '@/components/shared/page-header';
import { RelativeTime } from '@/components/shared/relative-time';
import { RequestActions } from './request-actions';
import { RequestApprovals } from './request-approvals';
import { RequestChanges } from './request-changes';
import { RequestEvents } from './request-events';
import { RequestNotice } from './request-notice';
import type { RequestPlace } from './request-place';
import { RequestStatus } from './request-status';
import { RequestPlaces, useRequestTitle } from './use-request-columns';

/** A change request: what it changes, what was said of it, and what may be done. */
export function RequestPage(place: RequestPlace) {
  const { project, request, environments } = place;
  const t = useTranslations('requests');
  const titleOf = useRequestTitle();
  const { number, author, createdAt, comment, title } = request;
  return (
    <PageBody className="max-w-6xl">
      <PageHeader
        breadcrumb={
          <Link href={`/p/${project}/change-requests`} className="text-xs text-muted-foreground hover:text-foreground">
            {t('title')}
          </Link>
        }
        title={
          <>
            <span className="mr-2 text-muted-foreground tabular-nums">#{number}</span>
            {titleOf(request)}
          </>
        }
        meta={
          <>
            <RequestStatus request={request} />
            <RequestPlaces keys={request.environments} environments={environments} />
          </>
        }
        description={
          <span className="grid gap-1">
            <span>
              {t('askedBy', { name: author.name })} <RelativeTime at={createdAt} />
            </span>
            {comment && title && <span className="text-foreground">{comment}</span>}
          </span>
        }
        actions={<RequestActions {...place} />}
      />
      <RequestNotice {...place} />
      <div className="grid min-w-0 gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid min-w-0 content-start gap-6">
          <RequestChanges {...place} />
          <RequestEvents {...place} />
        </div>
        <RequestApprovals {...place} />
      </div>
    </PageBody>
  );
}
