'use client';

import { RotateCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { StatePanel } from './state-panel';

export interface ErrorStateProps {
  title?: ReactNode;
  description?: ReactNode;
  /** The request id or digest to quote when asking for help. */
  reference?: string;
  onRetry?: () => void;
  headingLevel?: 1 | 2 | 3;
  className?: string;
}

export function ErrorState({ title, description, reference, onRetry, headingLevel, className }: ErrorStateProps) {
  const t = useTranslations('common');
  return (
    <StatePanel
      role="alert"
      tone="danger"
      icon={<TriangleAlert />}
      headingLevel={headingLevel}
      className={className}
      title={title ?? t('error.title')}
      description={description ?? t('error.description')}
      action={
        onRetry && (
          <Button variant="outline" onClick={onRetry}>
            <RotateCw />
            {t('tryAgain')}
          </Button>
        )
      }
      footnote={
        reference &&
        t.rich('error.reference', { reference, code: (chunks) => <code className="font-mono">{chunks}</code> })
      }
    />
  );
}
