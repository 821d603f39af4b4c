'use client';

import { CircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';

const TERMS = [
  ['tag', 'tag:checkout'],
  ['env', 'env:production'],
  ['state', 'state:on'],
  ['owner', 'owner:ana'],
  ['kind', 'kind:experiment'],
  ['type', 'type:boolean'],
  ['stale', 'stale:true'],
  ['archived', 'archived:true'],
] as const;

/** What the search understands; choosing a term puts it into the search. */
export function SearchHelp({ onPick }: { onPick: (term: string) => void }) {
  const t = useTranslations('flags.searchHelp');
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t('button')} title={t('button')}>
          <CircleQuestionMark className="text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t('button')} className="w-96 p-2">
        <p className="px-2 pt-1 pb-2 text-[13px] text-muted-foreground">{t('intro')}</p>
        <ul className="grid">
          {TERMS.map(([term, example]) => (
            <li key={term}>
              <button
                type="button"
                className="focus-inset flex w-full items-baseline gap-3 rounded-sm px-2 py-1 text-left text-[13px] hover:bg-accent"
                onClick={() => {
                  onPick(example);
                  setOpen(false);
                }}
              >
                <code className="w-32 shrink-0 font-mono text-xs">{example}</code>
                <span className="text-muted-foreground">{t(term)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="px-2 pt-2 pb-1 text-xs text-muted-foreground">{t('outro')}</p>
      </PopoverContent>
    </Popover>
  );
}
