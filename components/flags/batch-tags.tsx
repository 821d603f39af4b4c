'use client';

import { Tag, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { BatchStep } from '@/lib/client/batch-plan';
import type { FlagListItem } from '@/lib/services/flags/types';

export interface BatchTagsProps {
  flags: readonly FlagListItem[];
  onStep: (step: BatchStep) => void;
}

/** Adds a tag to the selected flags, or takes one of theirs away. */
export function BatchTags({ flags, onStep }: BatchTagsProps) {
  const t = useTranslations('flags.batch');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const id = useId();
  const present = [...new Set(flags.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b));
  const choose = (step: BatchStep): void => {
    setOpen(false);
    setText('');
    onStep(step);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="outline" size="sm">
          <Tag />
          {t('tags')}
        </Button>
      </PopoverTrigger>
      <PopoverContent side="top" aria-label={t('tags')} className="grid w-80 gap-4">
        <form
          className="grid gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') choose({ kind: 'addTag', tag: text.trim() });
          }}
        >
          <Label htmlFor={id}>{t('addTag')}</Label>
          <div className="flex gap-2">
            <Input
              id={id}
              value={text}
              maxLength={50}
              autoComplete="off"
              onChange={(event) => setText(event.target.value)}
            />
            <Button type="submit" variant="outline" disabled={text.trim() === ''}>
              {t('add')}
            </Button>
          </div>
        </form>
        {present.length > 0 && (
          <div className="grid gap-1.5">
            <p className="text-[13px] font-medium">{t('removeTag')}</p>
            <ul className="flex max-h-40 flex-wrap gap-1 overflow-y-auto">
              {present.map((tag) => (
                <li key={tag} className="flex">
                  <Badge asChild variant="outline" className="hover:border-control hover:text-foreground">
                    <button
                      type="button"
                      aria-label={t('removeThisTag', { tag })}
                      onClick={() => choose({ kind: 'removeTag', tag })}
                    >
                      {tag}
                      <X />
                    </button>
                  </Badge>
                </li>
              ))}
            </ul>
          </div>
        )}
      </PopoverContent>
    </Popover>
  );
}
