'use client';

import { LoaderCircle, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { fetchJson } from '@/lib/client/fetch-json';
import type { ChainVerdict } from '@/lib/services/audit/verify-chain';
import { type AuditPlace, auditAddress } from './use-audit';

/** Asks the server to check the whole chain, and says what it found in place. */
export function VerifyChainButton(place: AuditPlace) {
  const t = useTranslations('audit');
  const verify = useMutation({
    mutationFn: () => fetchJson<ChainVerdict>(auditAddress(place, ['verify'])),
  });
  const { data: verdict } = verify;
  const kinds = [...new Set(verdict?.problems.map(({ problem }) => problem))];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span role="status" className="text-sm empty:-mr-2">
        {verdict?.ok && (
          <span className="inline-flex items-center gap-1.5 text-success">
            <ShieldCheck aria-hidden="true" className="size-4" />
            {t('verify.ok', { count: verdict.entries })}
          </span>
        )}
        {verdict && !verdict.ok && (
          <span className="inline-flex items-center gap-1.5 text-destructive-text">
            <ShieldAlert aria-hidden="true" className="size-4" />
            {t('verify.broken', { count: verdict.problems.length, first: verdict.problems[0]?.seq ?? 0 })}{' '}
            {kinds.map((kind) => t(`verify.${kind}`)).join(', ')}
          </span>
        )}
        {verify.isError && <span className="text-destructive-text">{t('verify.failed')}</span>}
      </span>
      <Button variant="outline" disabled={verify.isPending} onClick={() => verify.mutate()}>
        {verify.isPending ? <LoaderCircle className="animate-spin" /> : <ShieldCheck />}
        {t('verify.button')}
      </Button>
    </div>
  );
}
