import { Archive } from 'lucide-react';
import type { useTranslations } from 'next-intl';
import type { Column } from '@/components/shared/data-table-types';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { NameCell } from '@/components/shared/name-cell';
import { RelativeTime } from '@/components/shared/relative-time';
import { Sparkline } from '@/components/shared/sparkline';
import type { FlagListItem } from '@/lib/services/flags/types';
import { EnvironmentSwitch, type OnSwitch } from './environment-switch';
import type { FlagPlace } from './flag-context';
import { FlagRowMenu, type FlagRowMenuProps } from './flag-row-menu';
import { FlagTags } from './flag-tags';
import { LifecycleBadge } from './lifecycle-badge';

export type FlagColumn = Column<FlagListItem>;

export interface FlagColumnsOptions extends FlagPlace, Pick<FlagRowMenuProps, 'hrefOf' | 'onLifecycle'> {
  t: ReturnType<typeof useTranslations<'flags'>>;
  onSwitch: OnSwitch;
  onTag: (tag: string) => void;
}

/** Every column the flag list can show: one switch per environment stands in the middle of them. */
export function flagColumns(options: FlagColumnsOptions): FlagColumn[] {
  const { t, can } = options;
  return [
    nameColumn(options),
    {
      id: 'kind',
      header: t('column.kind'),
      track: '6.5rem',
      cell: ({ kind }) => <span className="truncate text-muted-foreground">{t(`kind.${kind}`)}</span>,
    },
    {
      id: 'tags',
      header: t('column.tags'),
      track: 'minmax(7rem, 1fr)',
      cell: ({ tags }) => <FlagTags tags={tags} onTag={options.onTag} />,
    },
    ...switchColumns(options),
    {
      id: 'evaluations',
      header: t('column.evaluations'),
      track: '5rem',
      cell: ({ evaluations }) => <Sparkline points={evaluations} label={t('column.evaluationsLabel')} />,
    },
    timeColumn('lastSeenAt', t('column.lastSeen'), ({ lastSeenAt }) => lastSeenAt),
    {
      id: 'lifecycle',
      header: t('column.lifecycle'),
      track: '7rem',
      cell: ({ lifecycle }) => <LifecycleBadge lifecycle={lifecycle} />,
    },
    {
      id: 'owner',
      header: t('column.owner'),
      track: 'minmax(5rem, 0.6fr)',
      cell: ({ owner }) => <span className="truncate text-muted-foreground">{owner ?? '–'}</span>,
    },
    timeColumn('updatedAt', t('column.updated'), ({ updatedAt }) => updatedAt),
    timeColumn('createdAt', t('column.created'), ({ createdAt }) => createdAt),
    {
      id: 'menu',
      header: <span className="sr-only">{t('column.actions')}</span>,
      label: t('column.actions'),
      track: '2rem',
      align: 'end',
      cell: (flag) => <FlagRowMenu flag={flag} can={can} hrefOf={options.hrefOf} onLifecycle={options.onLifecycle} />,
    },
  ];
}

function nameColumn({ t, hrefOf }: FlagColumnsOptions): FlagColumn {
  return {
    id: 'name',
    header: t('column.name'),
    track: 'minmax(14rem, 2.2fr)',
    sortable: true,
    cell: (flag) => (
      <NameCell
        name={flag.name}
        keyText={flag.key}
        href={hrefOf(flag, 'targeting')}
        meta={
          flag.archived && (
            <Archive role="img" aria-label={t('lifecycle.archived')} className="size-3.5 text-muted-foreground" />
          )
        }
      />
    ),
  };
}

function switchColumns({ environments, can, onSwitch }: FlagColumnsOptions): FlagColumn[] {
  return environments.map((environment) => ({
    id: `environment:${environment.key}`,
    header: <EnvironmentBadge environment={environment} variant="plain" />,
    label: environment.name,
    track: 'minmax(7rem, 0.8fr)',
    cell: (flag) => (
      <EnvironmentSwitch
        flag={flag}
        environment={environment}
        canEdit={can.environments[environment.key]?.edit ?? false}
        canRequest={can.environments[environment.key]?.request ?? false}
        onSwitch={onSwitch}
      />
    ),
  }));
}

function timeColumn(id: string, header: string, timeOf: (flag: FlagListItem) => string | null): FlagColumn {
  return {
    id,
    header,
    track: '7.5rem',
    sortable: true,
    cell: (flag) => <RelativeTime at={timeOf(flag)} className="truncate text-muted-foreground" />,
  };
}
