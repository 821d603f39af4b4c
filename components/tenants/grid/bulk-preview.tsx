'use client';

import { ArrowRight, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { RelativeTime } from '@/components/shared/relative-time';
import { refusalOf } from '@/lib/client/use-action';
import type { useBulkPreview } from '@/lib/client/use-bulk-override';
import type { ManyOverridesView, SystemFlagView } from '@/lib/services/overrides/types';
import { useValueWords } from '../use-value-words';

export interface BulkPreviewProps {
  flag: SystemFlagView;
  preview: ReturnType<typeof useBulkPreview>;
}

const SHOWN = 100;

/** What would change, tenant by tenant. */
export function BulkPreview({ flag, preview }: BulkPreviewProps) {
  const t = useTranslations('tenants.bulk');
  const { data, error, isFetching } = preview;
  if (error) return <FieldError>{refusalOf(error)?.message ?? t('unread')}</FieldError>;
  if (!data || isFetching) {
    return (
      <p role="status" className="flex items-center gap-2 text-[13px] text-muted-foreground">
        <LoaderCircle aria-hidden="true" className="size-4 animate-spin" />
        {t('previewing')}
      </p>
    );
  }
  const { changes, unchanged } = data;
  return (
    <section aria-label={t('preview')} className="overflow-hidden rounded-md border">
      <p
        role="status"
        className="flex flex-wrap gap-x-2 border-b bg-muted/60 px-3 py-2 text-[13px] font-medium last:border-b-0"
      >
        {t('changes', { count: changes.length })}
        {unchanged > 0 && changes.length > 0 && (
          <span className="font-normal text-muted-foreground">{t('same', { count: unchanged })}</span>
        )}
      </p>
      {changes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region
        <ul
          tabIndex={0}
          aria-label={t('preview')}
          className="focus-inset max-h-56 divide-y overflow-y-auto text-[13px]"
        >
          {changes.slice(0, SHOWN).map((change) => (
            <ChangeRow key={change.tenant} change={change} flag={flag} />
          ))}
          {changes.length > SHOWN && (
            <li className="px-3 py-1.5 text-muted-foreground">{t('more', { count: changes.length - SHOWN })}</li>
          )}
        </ul>
      )}
    </section>
  );
}

function ChangeRow({ change, flag }: { change: ManyOverridesView['changes'][number]; flag: SystemFlagView }) {
  const t = useTranslations('tenants.flags');
  const words = useValueWords();
  const said = (value: typeof change.before): ReactNode =>
    value === null ? (
      words.source(flag)
    ) : (
      <>
        {words.value({ ...flag, ...value, from: 'tenant' })}
        {value.expiresAt && <> {t.rich('until', { instant: () => <RelativeTime at={value.expiresAt} /> })}</>}
      </>
    );
  return (
    <li className="flex items-center gap-3 px-3 py-1.5">
      <code className="min-w-0 flex-1 truncate font-mono text-xs">{change.tenant}</code>
      <del className="text-muted-foreground">{said(change.before)}</del>
      <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-muted-foreground" />
      <ins className="font-medium no-underline">{said(change.after)}</ins>
    </li>
  );
}
