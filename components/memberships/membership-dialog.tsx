'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { useTickingNow } from '@/components/shared/now-provider';
import { useOwnZone } from '@/components/targeting/serve/use-own-zone';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { wasSent } from '@/lib/client/use-action';
import { useFlagView } from '@/lib/client/use-flag-search';
import { useMemberships } from '@/lib/client/use-memberships';
import type { FlagView } from '@/lib/services/flags/types';
import { newDraft } from './membership-draft';
import { type FormValues, MembershipForm } from './membership-form';
import { MembershipReview } from './membership-review';
import { type AskedMembership, type Member, memberKey } from './membership-types';
import { useFirstField } from './use-first-field';
import { WhoFields, type WhoValue } from './who-fields';

export interface MembershipDialogProps {
  project: string;
  /** Those that may be chosen; one that is alone, or named by `environment`, is not asked for. */
  environments: readonly FlagEnvironment[];
  environment?: string;
  /** Asked for where they are not given. */
  flag?: string;
  subject?: string;
  tenant?: string;
  onClose: () => void;
}

/** Gives a subject or a tenant a variant of a flag for a time: asked for here, looked through once more, then saved. */
export function MembershipDialog({ project, environments, onClose, ...fixed }: MembershipDialogProps) {
  const t = useTranslations('people.membership');
  const [who, setWho] = useState<WhoValue>({
    environment:
      fixed.environment ?? (environments.find(({ can }) => can.editMemberships) ?? environments[0])?.key ?? '',
    flag: fixed.flag ?? '',
    kind: fixed.tenant === undefined ? 'subject' : 'tenant',
    subject: fixed.subject ?? '',
    tenant: fixed.tenant ?? '',
  });
  const environment = environments.find(({ key }) => key === who.environment);
  const { data: flag } = useFlagView(project, who.flag === '' ? null : who.flag);
  const member: Member = who.kind === 'subject' ? { subject: who.subject.trim() } : { tenant: who.tenant };
  const [asked, setAsked] = useState<AskedMembership | null>(null);
  const { add } = useMemberships({ project, environment: who.environment });
  const { formRef, onOpenAutoFocus } = useFirstField();
  const [values, setValues] = useNewValues(flag);
  // Without anything to fill in yet, there is no form that could take the focus.
  const isLoading = fixed.flag !== undefined && flag === undefined;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-2xl" onOpenAutoFocus={onOpenAutoFocus}>
        <DialogHeader>
          <DialogTitle>
            {fixed.flag === undefined ? t('titleAny') : t('title', { flag: flag?.name ?? fixed.flag })}
          </DialogTitle>
          <DialogDescription>
            {fixed.subject === undefined ? t('descriptionAny') : t('description', { subject: fixed.subject })}
          </DialogDescription>
          {environment && environments.length === 1 && <EnvironmentBadge environment={environment} className="w-fit" />}
        </DialogHeader>
        {isLoading ? (
          <Skeleton className="h-40 w-full rounded-md" />
        ) : (
          <MembershipForm
            formRef={formRef}
            flag={flag ?? null}
            values={values}
            onChange={setValues}
            isReady={flag !== undefined && environment !== undefined && memberKey(member) !== ''}
            onClose={onClose}
            onReview={setAsked}
          >
            <WhoFields project={project} environments={environments} fixed={fixed} value={who} onChange={setWho} />
          </MembershipForm>
        )}
        {flag && environment && asked && (
          <MembershipReview
            environment={environment}
            flag={flag}
            member={member}
            asked={asked}
            onClose={() => setAsked(null)}
            onConfirm={async ({ variant, window, note }, comment) => {
              const said = { variant, ...window, note: note || undefined, comment };
              try {
                await add.mutateAsync({ flag: flag.key, ...member, ...said });
                onClose();
              } catch (error) {
                if (wasSent(error)) onClose();
                throw error;
              }
            }}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}

/** A week from now on; the variant follows the flag until one is chosen. */
function useNewValues(flag: FlagView | undefined) {
  const now = useTickingNow();
  const [zone] = useOwnZone();
  const [values, setValues] = useState<FormValues>(() => ({ variant: '', note: '', draft: newDraft(now, zone) }));
  const isKnown = flag?.variants.some(({ key }) => key === values.variant);
  const implied = flag?.variants.find(({ value }) => value === true) ?? flag?.variants[0];
  return [isKnown ? values : { ...values, variant: implied?.key ?? '' }, setValues] as const;
}
