'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useActionText } from '@/components/audit/use-action-text';
import { DiffView } from '@/components/shared/diff-view';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { SentenceList } from '@/components/targeting/sentence-list';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible';
import { Button } from '@/components/ui/button';
import type { RequestedChange } from '@/lib/services/approvals/types';
import { isOpen, type RequestPlace } from './request-place';

/** What applying it changes, thing by thing: in words, and as what is now against what will be. */
export function RequestChanges(place: RequestPlace) {
  const { request } = place;
  const t = useTranslations('requests.changes');
  const { changes, problem } = request;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t(isOpen(request) ? 'title' : 'titleDone')}</CardTitle>
      </CardHeader>
      <CardContent className="grid min-w-0 gap-4">
        {changes.length === 0 && (
          <p className="text-sm text-muted-foreground">
            {t(problem ? 'unknown' : request.status === 'applied' ? 'forgotten' : 'closed')}
          </p>
        )}
        {changes.map((change, index) => (
          <Change key={`change-${index.toString()}`} place={place} change={change} isOnly={changes.length === 1} />
        ))}
      </CardContent>
    </Card>
  );
}

interface ChangeProps {
  place: RequestPlace;
  change: RequestedChange;
  isOnly: boolean;
}

/** The thing itself, without what only counts. */
function thing(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { version: _, ...rest } = value as Record<string, unknown>;
  return rest;
}

/** The key of the segment that a change is of. */
function segmentOf({ before, after }: RequestedChange): string | null {
  const found = [after, before].map((value) =>
    typeof value === 'object' && value ? Reflect.get(value, 'segment') : null,
  );
  return found.find((each) => typeof each === 'string') ?? null;
}

function Change({ place: { project, environments }, change, isOnly }: ChangeProps) {
  const t = useTranslations('requests.changes');
  const wordAction = useActionText();
  const { flag, environment: key, tenant, action, messages } = change;
  const environment = environments.find((each) => each.key === key);
  const segment = segmentOf(change);
  return (
    <section className="grid min-w-0 gap-2 border-t pt-4 first:border-t-0 first:pt-0">
      <h3 className="flex flex-wrap items-center gap-2 text-sm font-medium">
        {flag ? (
          <Link
            href={`/p/${project}/flags/${encodeURIComponent(flag)}/targeting${key ? `?env=${encodeURIComponent(key)}` : ''}`}
            className="font-mono text-[13px] text-link hover:underline"
          >
            {flag}
          </Link>
        ) : null}
        {segment && (
          <Link
            href={`/p/${project}/segments/${encodeURIComponent(segment)}`}
            className="font-mono text-[13px] text-link hover:underline"
          >
            {segment}
          </Link>
        )}
        {environment && <EnvironmentBadge environment={environment} />}
        {tenant && <span className="text-muted-foreground">{t('ofTenant', { tenant })}</span>}
      </h3>
      {messages.length > 0 ? <SentenceList sentences={messages} /> : <p className="text-sm">{wordAction(action)}</p>}
      <Collapsible defaultOpen={isOnly}>
        <CollapsibleTrigger asChild>
          <Button variant="ghost" size="xs" className="-ml-2 text-muted-foreground">
            {t('difference')}
          </Button>
        </CollapsibleTrigger>
        <CollapsibleContent className="min-w-0 pt-2">
          <DiffView before={thing(change.before)} after={thing(change.after)} />
        </CollapsibleContent>
      </Collapsible>
    </section>
  );
}
