'use client';

import { ArrowRight, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/shared/field-error';
import { RelativeTime } from '@/components/shared/relative-time';
import type { useOverridePreview } from '@/lib/client/use-override-preview';
import { useFailureText } from '@/lib/client/use-failure-text';
import type { ManyOverridesView, SystemFlagView } from '@/lib/services/overrides/types';
import { useValueWords } from '../use-value-words';

export interface BulkPreviewProps {
  flag: SystemFlagView;
  preview: ReturnType<typeof useOverridePreview>;
}

const SHOWN = 100;

/** What would change, tenant by tenant. */
export function BulkPreview({ flag, preview }: BulkPreviewProps) {
  const t = useTranslations('tenants.bulk');
  const reasonOf = useFailureText();
  const { data, error } = preview;
  if (error) return <FieldError>{[t('unread'), reasonOf(error)].join(' ')}</FieldError>;
  if (!data) {
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
          className="focus-inset max-h-36 divide-y overflow-y-auto text-[13px] sm:max-h-56"
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
  const bulk = useTranslations('tenants.bulk');
  const words = useValueWords();
  const { before, after } = change;
  // What is asked for stands above the list: of a value that stays, only what else becomes different is said.
  const details =
    before && after
      ? [
          after.note !== before.note && bulk(after.note === null ? 'noteRemoved' : 'noteChanged'),
          after.expiresAt !== before.expiresAt && bulk(after.expiresAt === null ? 'endRemoved' : 'endChanged'),
        ].filter((each) => each !== false)
      : [];
  const said = (value: typeof before): string =>
    value === null ? words.source(flag) : words.value({ ...flag, ...value, from: 'tenant' });
  return (
    <li className="flex flex-wrap items-center gap-x-3 px-3 py-1.5">
      <code className="min-w-24 flex-1 truncate font-mono text-xs leading-5">{change.tenant}</code>
      <span className="inline-flex flex-wrap items-center gap-x-3">
        <del className="text-muted-foreground">
          {said(before)}
          {before?.expiresAt && <> {t.rich('until', { instant: () => <RelativeTime at={before.expiresAt} /> })}</>}
        </del>
        <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-muted-foreground" />
        <ins className="font-medium no-underline">{said(after)}</ins>
      </span>
      {details.length > 0 && <span className="w-full text-xs text-muted-foreground">{details.join(' · ')}</span>}
    </li>
  );
}
