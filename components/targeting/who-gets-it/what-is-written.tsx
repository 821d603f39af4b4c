'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Sentence } from '@/lib/changes/sentence';
import { SentenceList } from '../sentence-list';
import { VariantName } from '../variant-name';

export interface WhatIsWrittenProps {
  sentences: readonly Sentence[];
  tenants: readonly string[];
  variant: string;
  /** It is in the draft already, rather than about to be. */
  isWritten: boolean;
  /** Beneath the overrides: the way to set them. */
  children?: ReactNode;
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-2 rounded-md border p-3">
      <div>
        <h3 className="text-[13px] font-semibold">{title}</h3>
        <p className="text-xs text-muted-foreground">{hint}</p>
      </div>
      {children}
    </section>
  );
}

/** The two kinds of writes apart: what waits in the draft, and what is written for tenants. */
export function WhatIsWritten({ sentences, tenants, variant, isWritten, children }: WhatIsWrittenProps) {
  const t = useTranslations('people.whoGetsIt.writes');
  return (
    <div className="grid gap-3">
      <Part title={t(isWritten ? 'inDraft' : 'draft')} hint={t('draftHint')}>
        {sentences.length > 0 ? (
          <SentenceList sentences={sentences} className="max-h-40 overflow-y-auto" />
        ) : (
          <p className="text-[13px] text-muted-foreground">{t('nothing')}</p>
        )}
      </Part>
      {tenants.length > 0 && (
        <Part title={t('overrides', { count: tenants.length })} hint={t('overridesHint')}>
          <ul className="grid max-h-40 gap-1 overflow-y-auto text-sm">
            {tenants.map((tenant) => (
              <li key={tenant} className="flex min-w-0 items-center gap-2">
                <code className="truncate font-mono text-xs">{tenant}</code>
                <span aria-hidden="true" className="text-muted-foreground">
                  →
                </span>
                <VariantName variant={variant} />
              </li>
            ))}
          </ul>
          {children}
        </Part>
      )}
    </div>
  );
}
