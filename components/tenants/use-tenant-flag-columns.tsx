'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '@/components/shared/data-table-types';
import { MarkdownText } from '@/components/shared/markdown';
import { NameCell } from '@/components/shared/name-cell';
import { Badge } from '@/components/ui/badge';
import type { TenantFlagView } from '@/lib/services/overrides/types';
import { OverrideActions, type OverrideActionsProps } from './override-actions';
import type { OverrideControlProps } from './override-control';
import { OverrideStatus } from './override-status';
import { useValueWords } from './use-value-words';

export interface TenantFlagRowProps
  extends Pick<OverrideControlProps, 'tenant' | 'canEdit' | 'onSet'>,
    Pick<OverrideActionsProps, 'onEdit' | 'onClear'> {
  hrefOf?: (flag: TenantFlagView) => string;
}

/** Name, description, code default, status and, for who may use them, actions. */
export function useTenantFlagColumns(props: TenantFlagRowProps): Column<TenantFlagView>[] {
  const { tenant, canEdit, onSet, onEdit, onClear, hrefOf } = props;
  const t = useTranslations('tenants.flags');
  const words = useValueWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        track: 'minmax(15rem, 1.5fr)',
        cell: (flag) => (
          <NameCell
            name={flag.name}
            keyText={flag.key}
            href={hrefOf?.(flag)}
            meta={flag.overridden && <Badge variant="default">{t('overrideActive')}</Badge>}
          />
        ),
      },
      {
        id: 'description',
        header: t('column.description'),
        track: 'minmax(8rem, 1.2fr)',
        from: 'md',
        cell: ({ description }) => (
          <span className="line-clamp-2 text-[13px] leading-[18px] text-muted-foreground" title={description}>
            <MarkdownText>{description}</MarkdownText>
          </span>
        ),
      },
      {
        id: 'codeDefault',
        header: t('column.codeDefault'),
        track: '8rem',
        from: 'md',
        cell: (flag) =>
          flag.codeDefault === null ? (
            <span className="text-[13px] text-muted-foreground">{t('noCodeDefault')}</span>
          ) : (
            <code className="truncate font-mono text-xs">{words.variant(flag, flag.codeDefault)}</code>
          ),
      },
      {
        id: 'status',
        header: t('column.status'),
        track: 'minmax(17rem, 1.6fr)',
        cell: (flag) => <OverrideStatus flag={flag} tenant={tenant} canEdit={canEdit} onSet={onSet} />,
      },
      ...(canEdit
        ? [
            {
              id: 'actions',
              header: t('column.actions'),
              track: '11.5rem',
              align: 'end' as const,
              cell: (flag: TenantFlagView) => <OverrideActions flag={flag} onEdit={onEdit} onClear={onClear} />,
            },
          ]
        : []),
    ],
    [tenant, canEdit, onSet, onEdit, onClear, hrefOf, t, words],
  );
}
