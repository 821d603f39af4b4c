'use client';

import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, useState } from 'react';
import { EmptyState } from '@/components/shared/empty-state';
import { ErrorState } from '@/components/shared/error-state';
import { SearchInput } from '@/components/shared/search-input';
import { MembershipDialog } from '@/components/memberships/membership-dialog';
import { Button } from '@/components/ui/button';
import { Label } from '@/components/ui/label';
import { Switch } from '@/components/ui/switch';
import { useSubjectFlags } from '@/lib/client/use-subject-flags';
import type { SubjectFlagsView, SubjectFlagView } from '@/lib/services/subjects/types';
import { isGiven } from './is-given';
import { PinDialog } from './pin-dialog';
import { SubjectFlagRow } from './subject-flag-row';
import type { SubjectPlace } from './subject-page-types';
import { TenantOverride } from './tenant-override';

const STEP = 50;

interface Asked {
  what: 'pin' | 'membership' | 'override';
  flag: string;
}

/** Every flag as this subject gets it, with what can be done about it. */
export function SubjectFlags({ initial, ...place }: SubjectPlace & { initial: SubjectFlagsView }) {
  const { project, environment, subject } = place;
  const t = useTranslations('people.flags');
  const { data, error, refetch } = useSubjectFlags(project, environment.key, subject.targetingKey, initial);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed).trim().toLowerCase();
  const [isGivenOnly, setGivenOnly] = useState(false);
  const [shown, setShown] = useState(STEP);
  const [asked, setAsked] = useState<Asked | null>(null);
  const items = data?.items ?? initial.items;
  const found = useMemo(() => items.filter(matching(q, isGivenOnly)), [items, q, isGivenOnly]);
  const given = useMemo(() => items.filter(isGiven).length, [items]);
  return (
    <section aria-labelledby="subject-flags" className="grid min-w-0 content-start gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="subject-flags" className="text-sm font-semibold">
          {t('title')}
        </h2>
        <span className="text-[13px] text-muted-foreground">{t('count', { count: items.length, given })}</span>
        <div className="ml-auto flex flex-wrap items-center gap-3 max-sm:w-full">
          <Label className="font-normal">
            <Switch checked={isGivenOnly} onCheckedChange={setGivenOnly} />
            {t('givenOnly')}
          </Label>
          <SearchInput value={typed} onChange={setTyped} label={t('search')} className="w-52 max-sm:flex-1" />
        </div>
      </div>
      {error && items.length === 0 ? (
        <ErrorState onRetry={() => void refetch()} />
      ) : found.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={t(items.length === 0 ? 'none' : 'noMatch')}
          headingLevel={3}
          className="rounded-lg border py-8"
        />
      ) : (
        <ul aria-label={t('title')} className="divide-y rounded-lg border bg-card">
          {found.slice(0, shown).map((flag) => (
            <SubjectFlagRow
              key={flag.key}
              {...place}
              flag={flag}
              onPin={() => setAsked({ what: 'pin', flag: flag.key })}
              onAddMembership={() => setAsked({ what: 'membership', flag: flag.key })}
              onOverride={() => setAsked({ what: 'override', flag: flag.key })}
            />
          ))}
        </ul>
      )}
      {found.length > shown && (
        <Button variant="outline" className="justify-self-center" onClick={() => setShown(shown + STEP)}>
          {t('more', { count: found.length - shown })}
        </Button>
      )}
      {asked?.what === 'pin' && <PinDialog {...place} flagKey={asked.flag} onClose={() => setAsked(null)} />}
      {asked?.what === 'membership' && (
        <MembershipDialog
          project={project}
          environments={[environment]}
          subject={subject.targetingKey}
          flag={asked.flag}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'override' && subject.tenant !== null && (
        <TenantOverride {...place} tenant={subject.tenant} flagKey={asked.flag} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

const matching =
  (q: string, isGivenOnly: boolean) =>
  (flag: SubjectFlagView): boolean =>
    (q === '' || flag.key.toLowerCase().includes(q) || flag.name.toLowerCase().includes(q)) &&
    (!isGivenOnly || isGiven(flag));
