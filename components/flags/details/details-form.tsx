'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LeaveGuard } from '@/components/flag-page/leave-guard';
import { FieldError } from '@/components/shared/field-error';
import { UnsavedBar } from '@/components/shared/unsaved-bar';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import type { FlagView } from '@/lib/services/flags/types';
import type { FlagPlace } from '../flag-context';
import { RefusedUsage } from '../refused-usage';
import { VariantsEditor } from '../variants-editor';
import { AboutFields } from './about-fields';
import { ConflictDialog } from './conflict-dialog';
import { LinksEditor } from './links-editor';
import { MetadataEditor } from './metadata-editor';
import { SaveDialog } from './save-dialog';
import { useDetailsForm } from './use-details-form';
import { VisibilityFields } from './visibility-fields';

/** Edits what a flag is, everywhere at once. */
export function DetailsForm({ flag, ...place }: FlagPlace & { flag: FlagView }) {
  const { project, environments } = place;
  const t = useTranslations('flags.details');
  const common = useTranslations('common');
  const details = useDetailsForm(place, flag);
  const { form, changedCount, isReadOnly } = details;
  return (
    <Form {...form}>
      <form noValidate className="grid grid-cols-1 gap-6" onSubmit={(event) => void details.submit(event)}>
        {isReadOnly && <p className="text-sm text-muted-foreground">{t('readOnly')}</p>}
        <Section title={t('about')}>
          <AboutFields disabled={isReadOnly} />
        </Section>
        <Section title={t('variants.title')} description={t('variants.description')}>
          <VariantsEditor type={flag.type} disabled={isReadOnly} />
        </Section>
        <Section title={t('visibility')}>
          <VisibilityFields disabled={isReadOnly} />
        </Section>
        <Section title={t('links.heading')}>
          <LinksEditor disabled={isReadOnly} />
        </Section>
        <Section title={t('metadata.heading')} description={t('metadata.description')}>
          <MetadataEditor disabled={isReadOnly} />
        </Section>
        <RefusedUsage refusal={details.refusal} project={project} environments={environments} />
        <UnsavedBar
          count={changedCount}
          reviewLabel={common(details.isSaving ? 'saving' : 'save')}
          disabled={details.isSaving}
          onReview={() => void details.submit()}
          onDiscard={details.discard}
        >
          <FieldError>{form.formState.errors.root?.message}</FieldError>
        </UnsavedBar>
        <LeaveGuard isActive={changedCount > 0} home={`/p/${project}/flags/${flag.key}/details`} />
      </form>
      <SaveDialog pending={details.pending} flag={flag} onClose={details.cancel} onSave={details.save} />
      <ConflictDialog
        conflict={details.conflict}
        onTakeTheirs={details.takeTheirs}
        onKeepMine={details.keepMine}
        onClose={details.closeConflict}
      />
    </Form>
  );
}

function Section({ title, description, children }: { title: string; description?: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        {description && <CardDescription>{description}</CardDescription>}
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  );
}
