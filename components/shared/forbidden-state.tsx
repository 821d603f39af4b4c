import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatePanel } from './state-panel';

export interface ForbiddenStateProps {
  title?: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  headingLevel?: 1 | 2 | 3;
  className?: string;
}

export function ForbiddenState({ title, description, ...rest }: ForbiddenStateProps) {
  const t = useTranslations('common');
  return (
    <StatePanel
      icon={<LockKeyhole />}
      title={title ?? t('forbidden.title')}
      description={description ?? t('forbidden.description')}
      {...rest}
    />
  );
}
