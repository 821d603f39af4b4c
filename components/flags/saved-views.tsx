'use client';

import { Bookmark, BookmarkPlus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { FlagFilter } from '@/lib/client/use-flag-list';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { SaveViewDialog } from './save-view-dialog';
import { usualViews } from './usual-views';
import { useSavedViews } from './use-saved-views';

export interface SavedViewsProps {
  project: string;
  environments: readonly EnvironmentView[];
  current: FlagFilter;
  onApply: (filter: FlagFilter) => void;
}

/** Named filters: a few that everybody wants, and a person's own, which this browser remembers. */
export function SavedViews({ project, environments, current, onApply }: SavedViewsProps) {
  const t = useTranslations('flags.views');
  const { views, save, remove } = useSavedViews(project);
  const [isSaving, setIsSaving] = useState(false);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="outline" aria-label={t('button')}>
            <Bookmark />
            <span className="max-sm:hidden">{t('button')}</span>
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="w-64">
          <DropdownMenuLabel>{t('usual')}</DropdownMenuLabel>
          {usualViews(environments).map(({ id, q, environment = '' }) => (
            <DropdownMenuItem key={id} onSelect={() => onApply({ ...current, q })}>
              {t(id, { environment })}
            </DropdownMenuItem>
          ))}
          {views.length > 0 && <DropdownMenuSeparator />}
          {views.length > 0 && <DropdownMenuLabel>{t('own')}</DropdownMenuLabel>}
          {views.map((view) => (
            <div key={view.name} role="group" aria-label={view.name} className="flex items-center">
              <DropdownMenuItem className="min-w-0 flex-1" onSelect={() => onApply(view.filter)}>
                <span className="truncate">{view.name}</span>
              </DropdownMenuItem>
              <DropdownMenuItem
                aria-label={t('remove', { name: view.name })}
                onSelect={(event) => {
                  event.preventDefault();
                  remove(view.name);
                }}
              >
                <Trash2 />
              </DropdownMenuItem>
            </div>
          ))}
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => setIsSaving(true)}>
            <BookmarkPlus />
            {t('save')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <SaveViewDialog
        open={isSaving}
        onOpenChange={setIsSaving}
        taken={views.map(({ name }) => name)}
        onSave={(name) => save({ name, filter: current })}
      />
    </>
  );
}
