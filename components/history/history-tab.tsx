'use client';

import { parseAsArrayOf, parseAsInteger, parseAsString, useQueryState } from 'nuqs';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FlagEnvironment, FlagSummary } from '@/components/flag-page/flag-page-types';
import { Button } from '@/components/ui/button';
import { useConfiguration } from '@/lib/client/use-configuration';
import { useRevisions } from '@/lib/client/use-revisions';
import type { ConfigurationView, RevisionView } from '@/lib/services/configurations/types';
import type { Page } from '@/lib/services/page';
import { CompareRevisions } from './compare-revisions';
import { LookBack } from './look-back';
import { RevertDialog } from './revert-dialog';
import { RevisionItem } from './revision-item';

export interface HistoryTabProps {
  project: string;
  flag: FlagSummary;
  environment: FlagEnvironment;
  current: ConfigurationView;
  initial: Page<RevisionView>;
}

/** Every revision of a configuration; two to compare, one to go back to, and what somebody would have got then. */
export function HistoryTab({ project, flag, environment, current, initial }: HistoryTabProps) {
  const t = useTranslations('history');
  const stored = useConfiguration(project, flag.key, environment.key, { initial: current }).data ?? current;
  const revisions = useRevisions(project, flag.key, environment.key, initial);
  const [compared, setCompared] = useQueryState('compare', parseAsArrayOf(parseAsInteger, '-').withDefault([]));
  const [at, setAt] = useQueryState('at', parseAsString);
  const [revertTo, setRevertTo] = useState<number | null>(null);
  const [isComparing, setComparing] = useState(compared.length === 2);
  const items = revisions.data?.pages.flatMap((page) => page.items) ?? [];
  const toggle = (version: number) => {
    const others = compared.filter((each) => each !== version);
    // A third choice takes the place of the first.
    void setCompared(others.length < compared.length ? others : [...others.slice(-1), version]);
  };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid min-w-0 gap-3">
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
          <p className="text-[13px] text-muted-foreground" role="status">
            {t(compared.length === 1 ? 'chooseAnother' : 'means', { count: revisions.data?.pages[0]?.total ?? 0 })}
          </p>
          <Button variant="outline" size="sm" disabled={compared.length !== 2} onClick={() => setComparing(true)}>
            {t('compare')}
          </Button>
        </div>
        <ol aria-label={t('title')} className="divide-y rounded-lg border bg-card">
          {items.map((revision) => (
            <RevisionItem
              key={revision.version}
              revision={revision}
              isCurrent={revision.version === stored.version}
              isCompared={compared.includes(revision.version)}
              canRevert={environment.can.edit}
              environment={environment.name}
              onToggleCompared={() => toggle(revision.version)}
              onRevert={() => setRevertTo(revision.version)}
              onLookBack={() => void setAt(revision.at)}
            />
          ))}
        </ol>
        {revisions.hasNextPage && (
          <Button
            variant="outline"
            className="justify-self-center"
            disabled={revisions.isFetchingNextPage}
            onClick={() => void revisions.fetchNextPage()}
          >
            {t(revisions.isFetchingNextPage ? 'loading' : 'more')}
          </Button>
        )}
        {revisions.isError && <p className="text-center text-[13px] text-destructive-text">{t('failed')}</p>}
      </div>
      <LookBack
        project={project}
        flag={flag}
        environment={environment.key}
        stored={stored}
        at={at}
        onAtChange={(next) => void setAt(next)}
      />
      {isComparing && compared.length === 2 && (
        <CompareRevisions
          project={project}
          flag={flag}
          environment={environment.key}
          versions={[Math.min(...compared), Math.max(...compared)]}
          onClose={() => setComparing(false)}
        />
      )}
      {revertTo !== null && (
        <RevertDialog
          project={project}
          flag={flag}
          environment={environment}
          current={stored}
          to={revertTo}
          onClose={() => setRevertTo(null)}
        />
      )}
    </div>
  );
}
