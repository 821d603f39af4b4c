'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from '@/components/ui/command';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { FrameProject } from './frame-types';

export interface ProjectSwitcherProps {
  projects: readonly FrameProject[];
  /** The current project's key. */
  project: string;
}

/** Absent while there is only one project. */
export function ProjectSwitcher({ projects, project }: ProjectSwitcherProps) {
  const t = useTranslations('frame.project');
  const common = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  if (projects.length < 2) return null;
  const name = projects.find(({ key }) => key === project)?.name ?? project;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" className="min-w-0 shrink px-2" aria-label={`${t('label')}: ${name}`}>
          <span className="truncate">{name}</span>
          <ChevronsUpDown className="size-3.5 text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t('label')} className="w-64 p-0">
        <Command label={t('label')}>
          <CommandInput placeholder={t('search')} />
          <CommandList>
            <CommandEmpty>{common('noMatches')}</CommandEmpty>
            <CommandGroup>
              {projects.map(({ key, name: label }) => (
                <CommandItem
                  key={key}
                  value={key}
                  keywords={[label]}
                  onSelect={() => {
                    setOpen(false);
                    router.push(`/p/${key}/flags`);
                  }}
                >
                  <span className="truncate">{label}</span>
                  {key === project && <Check className="ml-auto" />}
                </CommandItem>
              ))}
            </CommandGroup>
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
