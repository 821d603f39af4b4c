'use client';

import { ChartNoAxesGantt, Table2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SearchInput } from '@/components/shared/search-input';
import { Button } from '@/components/ui/button';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { MembershipFilter } from '@/lib/client/use-all-memberships';
import type { MembershipCounts } from '@/lib/services/memberships/types';
import { FlagChoice } from './flag-choice';

export const STATES = ['open', 'upcoming', 'past'] as const;
export const VIEWS = ['timeline', 'table'] as const;
export type MembershipsView = (typeof VIEWS)[number];

export interface MembershipsFiltersProps {
  project: string;
  value: MembershipFilter;
  counts: MembershipCounts | undefined;
  view: MembershipsView;
  onChange: (changes: Partial<MembershipFilter>) => void;
  onView: (view: MembershipsView) => void;
}

const ALL = 'all';

/** By state with how many there are, by flag, and by how a key begins; and which way to look at them. */
export function MembershipsFilters({ project, value, counts, view, onChange, onView }: MembershipsFiltersProps) {
  const t = useTranslations('memberships');
  const isFiltered = value.q !== '' || value.flag !== null || value.state !== null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ToggleGroup
        type="single"
        value={value.state ?? ALL}
        aria-label={t('filter.state')}
        className="max-sm:w-full"
        onValueChange={(next) => {
          const state = STATES.find((one) => one === next) ?? null;
          if (next !== '') onChange({ state });
        }}
      >
        <ToggleGroupItem value={ALL} className="max-sm:flex-1">
          {t('filter.all')}
        </ToggleGroupItem>
        {STATES.map((state) => (
          <ToggleGroupItem key={state} value={state} className="max-sm:flex-1">
            {t(`filter.${state}`)}
            {counts && (
              <span className="text-xs text-muted-foreground tabular-nums">
                {t('filter.count', { count: counts[state] })}
              </span>
            )}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      <SearchInput
        value={value.q}
        label={t('filter.search')}
        placeholder={t('filter.searchHint')}
        onChange={(q) => onChange({ q })}
        className="w-72 max-sm:w-full max-sm:max-w-none"
      />
      <FlagChoice
        project={project}
        value={value.flag}
        label={t('filter.flag')}
        anyLabel={t('filter.anyFlag')}
        isLabelHidden
        className="w-44 max-sm:w-40"
        onChange={(flag) => onChange({ flag })}
      />
      {isFiltered && (
        <Button variant="ghost" size="sm" onClick={() => onChange({ q: '', flag: null, state: null })}>
          <X />
          {t('filter.clear')}
        </Button>
      )}
      <ToggleGroup
        type="single"
        value={view}
        aria-label={t('view.label')}
        className="ml-auto"
        onValueChange={(next) => {
          const found = VIEWS.find((one) => one === next);
          if (found) onView(found);
        }}
      >
        <ToggleGroupItem value="timeline">
          <ChartNoAxesGantt />
          <span className="max-sm:sr-only">{t('view.timeline')}</span>
        </ToggleGroupItem>
        <ToggleGroupItem value="table">
          <Table2 />
          <span className="max-sm:sr-only">{t('view.table')}</span>
        </ToggleGroupItem>
      </ToggleGroup>
    </div>
  );
}
