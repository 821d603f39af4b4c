'use client';

import { KeyRound, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { FieldError } from '@/components/shared/field-error';
import { Button } from '@/components/ui/button';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useCreateClientKey } from '@/lib/client/use-create-key';
import { useUpdateFlag } from '@/lib/client/use-update-flag';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagListItem } from '@/lib/services/flags/types';
import { Snippets } from '../snippets/snippets';
import { ArrivalLight } from './arrival-light';

export interface ConnectStepProps {
  project: string;
  flag: FlagListItem;
  environment: EnvironmentView;
  environments: readonly EnvironmentView[];
  canMakeKeys: boolean;
  baseUrl: string;
  lastSeenAt: string | null;
  onEnvironment: (environment: EnvironmentView) => void;
}

/** Code with a fresh key, and a light that goes on when it was run. */
export function ConnectStep(props: ConnectStepProps) {
  const { project, flag, environment, environments, canMakeKeys, baseUrl, lastSeenAt, onEnvironment } = props;
  const t = useTranslations('flags.firstSteps.connect');
  const id = useId();
  const makeKey = useCreateClientKey(project);
  const update = useUpdateFlag(project);
  const showToClients = (): void =>
    update.mutate({ key: flag.key, version: flag.version, patch: { clientVisible: true } });
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <div className="grid gap-1.5">
          <Label htmlFor={id}>{t('environment')}</Label>
          <Select
            value={environment.key}
            onValueChange={(key) => {
              const next = environments.find((each) => each.key === key);
              if (next) onEnvironment(next);
            }}
          >
            <SelectTrigger id={id} className="w-48">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {environments.map((each) => (
                <SelectItem key={each.key} value={each.key}>
                  <EnvironmentBadge environment={each} variant="plain" />
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </div>
        {canMakeKeys ? (
          <Button
            variant={makeKey.data ? 'outline' : 'default'}
            disabled={makeKey.isPending || makeKey.isSuccess}
            onClick={() => makeKey.mutate({ name: t('keyName'), environment: environment.key })}
          >
            {makeKey.isPending ? <LoaderCircle className="animate-spin" /> : <KeyRound />}
            {t(makeKey.data ? 'keyMade' : 'makeKey')}
          </Button>
        ) : (
          <p className="max-w-prose text-sm text-muted-foreground">{t('noKeys')}</p>
        )}
      </div>
      <FieldError>{makeKey.error?.message ?? update.error?.message}</FieldError>
      {!flag.clientVisible && (
        <p className="flex flex-wrap items-center gap-3 text-sm text-muted-foreground">
          {t('hidden', { flag: flag.key })}
          <Button variant="outline" size="sm" disabled={update.isPending} onClick={showToClients}>
            {t('show')}
          </Button>
        </p>
      )}
      {makeKey.data && <p className="text-[13px] text-muted-foreground">{t('once')}</p>}
      <Snippets
        baseUrl={baseUrl}
        flag={flag.key}
        type={flag.type}
        clientKey={makeKey.data?.key}
        ids={['curl', 'web', 'react']}
      />
      <ArrivalLight isLit={lastSeenAt !== null}>{t(lastSeenAt === null ? 'waiting' : 'received')}</ArrivalLight>
    </>
  );
}
