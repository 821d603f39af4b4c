'use client';

import { FlaskConical, History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { FetchError } from '@/lib/client/fetch-json';
import type { KeyKind } from '@/lib/engine/types';
import type { ExplainView } from '@/lib/services/configurations/types';
import type { AttributeSuggestion } from '../conditions/attribute-suggestions';
import { ContextEditor } from './context-editor';
import { summarise } from './recent-contexts';
import { Result } from './result';
import type { UseTried } from './use-tried';

export interface TryItPanelProps {
  tried: UseTried;
  audience: KeyKind;
  onAudienceChange: (audience: KeyKind) => void;
  suggestions: readonly AttributeSuggestion[];
  variants: readonly { key: string }[];
  answer: ExplainView | undefined;
  error: FetchError | Error | null;
  /** The draft has mistakes: what is shown is what was asked before them. */
  isBlocked: boolean;
  isStale: boolean;
  hasDraft: boolean;
  onReveal: (rule: string) => void;
}

/** Asks the server what a context would get, of the unsaved draft too. The browser holds no ruleset. */
export function TryItPanel({ tried, audience, onAudienceChange, suggestions, ...props }: TryItPanelProps) {
  const t = useTranslations('targeting.tryIt');
  // Counts the contexts that were chosen rather than typed: the editor then starts again.
  const [chosen, setChosen] = useState(0);
  return (
    <section aria-label={t('title')} className="rounded-lg border bg-card">
      <header className="flex items-center gap-2 border-b px-4 py-2.5">
        <FlaskConical aria-hidden="true" className="size-4 text-muted-foreground" />
        <div className="min-w-0 flex-1">
          <h2 className="text-sm leading-5 font-semibold">{t('title')}</h2>
          <p className="text-xs text-muted-foreground">{t(props.hasDraft ? 'meansDraft' : 'means')}</p>
        </div>
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="xs" disabled={tried.recent.length === 0}>
              <History />
              {t('recent')}
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end" className="max-w-80">
            <DropdownMenuLabel>{t('recentLabel')}</DropdownMenuLabel>
            {tried.recent.map((context) => (
              <DropdownMenuItem
                key={JSON.stringify(context)}
                onSelect={() => {
                  tried.setContext(context);
                  setChosen(chosen + 1);
                }}
              >
                <span className="truncate font-mono text-xs">{summarise(context)}</span>
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      </header>
      <div className="grid gap-3 p-4">
        {tried.isReady && (
          <ContextEditor key={chosen} value={tried.context} onChange={tried.setContext} suggestions={suggestions} />
        )}
        <div className="flex items-center justify-between gap-2">
          <h3 className="text-[13px] font-medium">{t('audience')}</h3>
          <ToggleGroup
            type="single"
            value={audience}
            aria-label={t('audience')}
            className="h-6.5"
            onValueChange={(next) => (next === 'server' || next === 'client') && onAudienceChange(next)}
          >
            <ToggleGroupItem value="server" className="text-xs">
              {t('server')}
            </ToggleGroupItem>
            <ToggleGroupItem value="client" className="text-xs">
              {t('client')}
            </ToggleGroupItem>
          </ToggleGroup>
        </div>
      </div>
      <Result {...props} />
    </section>
  );
}
