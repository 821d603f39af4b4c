'use client';

import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { refusalOf, wasSent } from '@/lib/client/use-action';
import { useFlagView } from '@/lib/client/use-flag-search';
import { useMemberships } from '@/lib/client/use-memberships';
import type { MembershipView } from '@/lib/services/memberships/types';
import { draftOf } from './membership-draft';
import { type FormValues, MembershipForm } from './membership-form';
import { MembershipReview } from './membership-review';
import { type AskedMembership, type Member, memberKey, type MembershipPlace } from './membership-types';
import { storedMembership } from './stored-membership';
import { useFirstField } from './use-first-field';

export interface EditMembershipDialogProps extends MembershipPlace {
  membership: MembershipView;
  onClose: () => void;
}

const valuesOf = (membership: MembershipView): FormValues => ({
  variant: membership.variant ?? '',
  note: membership.note ?? '',
  draft: draftOf(membership),
});

const memberOf = ({ subject, tenant }: MembershipView): Member =>
  subject === null ? { tenant: tenant ?? '' } : { subject };

/** Changes a membership's time, variant or note. What somebody else saved meanwhile is shown before it is lost. */
export function EditMembershipDialog({ project, environment, membership, onClose }: EditMembershipDialogProps) {
  const t = useTranslations('people.membership');
  const { data: flag } = useFlagView(project, membership.flag);
  const [based, setBased] = useState(membership);
  const [values, setValues] = useState(() => valuesOf(membership));
  const [asked, setAsked] = useState<AskedMembership | null>(null);
  const [newer, setNewer] = useState<MembershipView | null>(null);
  const { update } = useMemberships({ project, environment: environment.key });
  const { formRef, onOpenAutoFocus } = useFirstField();
  const member = memberOf(membership);
  const save = async ({ variant, window, note }: AskedMembership, comment: string | undefined): Promise<void> => {
    try {
      await update.mutateAsync({ membership: based, variant, window, note, comment });
      onClose();
    } catch (error) {
      if (wasSent(error)) onClose();
      const current = storedMembership(refusalOf(error));
      if (current === null) throw error;
      setNewer(current);
      setAsked(null);
    }
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-2xl" onOpenAutoFocus={onOpenAutoFocus}>
        <DialogHeader>
          <DialogTitle>{t('editTitle', { flag: flag?.name ?? membership.flag })}</DialogTitle>
          <DialogDescription>{t('editHint', { subject: memberKey(member) })}</DialogDescription>
          <EnvironmentBadge environment={environment} className="w-fit" />
        </DialogHeader>
        {newer && (
          <div role="alert" className="grid gap-2 rounded-md border border-warning/40 bg-warning/10 p-3 text-[13px]">
            <p>{t('conflict')}</p>
            <Button
              size="sm"
              variant="outline"
              className="w-fit"
              onClick={() => {
                setBased(newer);
                setValues(valuesOf(newer));
                setNewer(null);
              }}
            >
              <RefreshCw />
              {t('showStored')}
            </Button>
          </div>
        )}
        {flag ? (
          <MembershipForm
            formRef={formRef}
            flag={flag}
            values={values}
            onChange={setValues}
            isReady={newer === null}
            onClose={onClose}
            onReview={setAsked}
          />
        ) : (
          <Skeleton className="h-40 w-full rounded-md" />
        )}
        {flag && asked && (
          <MembershipReview
            {...{ environment, flag, member, asked }}
            isChange
            onClose={() => setAsked(null)}
            onConfirm={save}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
