'use client';

import { useTranslations } from 'next-intl';
import { SearchInput } from '@/components/shared/search-input';
import type { FlagFilter } from '@/lib/client/use-flag-list';
import { ColumnPicker } from './column-picker';
import type { FlagPlace } from './flag-context';
import { SavedViews } from './saved-views';
import { SearchHelp } from './search-help';
import type { FlagColumnChoice } from './use-flag-columns';

export interface FlagToolbarProps extends Pick<FlagPlace, 'project' | 'environments'> {
  filter: FlagFilter;
  onType: (q: string) => void;
  onFilter: (filter: Partial<FlagFilter>) => void;
  columns: FlagColumnChoice;
}

/** Above the list: search with its terms, views, columns. */
export function FlagToolbar({ project, environments, filter, onType, onFilter, columns }: FlagToolbarProps) {
  const t = useTranslations('flags.search');
  return (
    <div className="flex items-center gap-2">
      <SearchInput
        value={filter.q}
        onChange={onType}
        label={t('label')}
        placeholder={t('placeholder')}
        className="max-w-lg"
      />
      <SearchHelp onPick={(term) => onFilter({ q: `${filter.q} ${term}`.trim() })} />
      <div className="ml-auto flex items-center gap-2">
        <SavedViews project={project} environments={environments} current={filter} onApply={onFilter} />
        <ColumnPicker {...columns} />
      </div>
    </div>
  );
}
