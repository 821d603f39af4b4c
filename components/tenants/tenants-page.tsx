'use client';

import { Grid3x3, List, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useCallback, useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { PageHeader } from '@/components/shared/page-header';
import { SearchInput } from '@/components/shared/search-input';
import { Button } from '@/components/ui/button';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import { scopeQuery } from '@/lib/client/scope-query';
import { useDebounced } from '@/lib/client/use-debounced';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { Page } from '@/lib/services/page';
import type { TenantListItem } from '@/lib/services/tenants/types';
import { CreateTenantDialog } from './create-tenant-dialog';
import { OverrideGrid } from './grid/override-grid';
import { OverriddenToggle } from './overridden-toggle';
import { TenantList } from './tenant-list';

export interface TenantsPageProps {
  project: string;
  environment: EnvironmentView;
  canCreate: boolean;
  /** Whether overrides may be set in this environment. */
  canEdit: boolean;
  total: number;
  initial?: { q: string; page: Page<TenantListItem> };
}

const VIEWS = ['list', 'grid'] as const;
const ICONS = { list: <List aria-hidden="true" />, grid: <Grid3x3 aria-hidden="true" /> };
const FILTER = {
  q: parseAsString.withDefault(''),
  overridden: parseAsBoolean.withDefault(false),
  view: parseAsStringLiteral(VIEWS).withDefault('list'),
  flags: parseAsString.withDefault(''),
  tenant: parseAsString,
};
const SEARCH_MS = 150;
const MOST = 500;

/** The project's tenants: as a list, or as a grid of what each has overridden. */
export function TenantsPage({ project, environment, canCreate, canEdit, total, initial }: TenantsPageProps) {
  const t = useTranslations('tenants');
  const [asked, setFilter] = useQueryStates(FILTER, { throttleMs: 200 });
  const [isCreating, setIsCreating] = useState(false);
  const { view } = asked;
  const q = useDebounced(asked.q, SEARCH_MS);
  const flags = useDebounced(asked.flags, SEARCH_MS);
  const query = scopeQuery({ env: environment.key, tenant: asked.tenant });
  const hrefOf = useCallback(
    (key: string): string => `/p/${project}/tenants/${encodeURIComponent(key)}${query}`,
    [project, query],
  );
  const create = canCreate && (
    <Button onClick={() => setIsCreating(true)}>
      <Plus />
      {t('create.title')}
    </Button>
  );
  const filter = { q, withOverrides: asked.overridden };
  const isFirst = initial?.q === q && !asked.overridden;
  return (
    <PageBody layout="fill">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <span className="text-sm text-muted-foreground tabular-nums">{t('count', { count: total })}</span>
            <EnvironmentBadge environment={environment} />
          </>
        }
        actions={create}
      />
      <div className="flex flex-wrap items-center gap-2">
        <ToggleGroup
          type="single"
          value={view}
          aria-label={t('view.label')}
          onValueChange={(next) => {
            const chosen = VIEWS.find((each) => each === next);
            if (chosen) void setFilter({ view: chosen });
          }}
        >
          {VIEWS.map((each) => (
            <ToggleGroupItem key={each} value={each}>
              {ICONS[each]}
              {t(`view.${each}`)}
            </ToggleGroupItem>
          ))}
        </ToggleGroup>
        <SearchInput
          value={asked.q}
          label={t('search')}
          placeholder={t('search')}
          onChange={(text) => void setFilter({ q: text.slice(0, MOST) || null })}
          className="min-w-0 flex-1 basis-44 sm:max-w-64"
        />
        {view === 'grid' && (
          <SearchInput
            value={asked.flags}
            label={t('flags.search')}
            placeholder={t('flags.search')}
            shortcut={false}
            onChange={(text) => void setFilter({ flags: text.slice(0, MOST) || null })}
            className="min-w-0 flex-1 basis-44 sm:max-w-64"
          />
        )}
        <OverriddenToggle
          label={t('grid.overriddenTenants')}
          pressed={asked.overridden}
          onChange={(overridden) => void setFilter({ overridden: overridden || null })}
        />
      </div>
      {view === 'list' || total === 0 ? (
        <TenantList
          project={project}
          environment={environment}
          filter={filter}
          initial={isFirst ? initial.page : undefined}
          hrefOf={hrefOf}
          create={create}
        />
      ) : (
        <OverrideGrid
          key={environment.key}
          project={project}
          environment={environment}
          canEdit={canEdit}
          filter={{ ...filter, flags }}
          hrefOf={hrefOf}
        />
      )}
      <CreateTenantDialog project={project} query={query} open={isCreating} onOpenChange={setIsCreating} />
    </PageBody>
  );
}
