'use client';

import { useMutation } from '@tanstack/react-query';
import { Download, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { toast } from 'sonner';
import { toCsv } from '@/lib/schemas/csv';
import { downloadText } from '@/components/shared/download';
import { Button } from '@/components/ui/button';
import { fetchJson } from '@/lib/client/fetch-json';
import type { AuditView } from '@/lib/services/audit/types';
import type { Page } from '@/lib/services/page';
import { type AuditFilter, type AuditPlace, auditPath } from './use-audit';

const HEAD = ['at', 'actor', 'action', 'flag', 'environment', 'via', 'comment', 'requestId', 'before', 'after'];

const rowOf = ({ at, actor, action, flag, environment, via, comment, requestId, before, after }: AuditView) => [
  at,
  actor.name,
  action,
  flag ?? '',
  environment ?? '',
  via,
  comment ?? '',
  requestId,
  JSON.stringify(before),
  JSON.stringify(after),
];

/** Downloads everything the filters match as CSV; a second click stops it. */
export function ExportButton({ filter, ...place }: AuditPlace & { filter: AuditFilter }) {
  const t = useTranslations('audit');
  const stop = useRef<AbortController | null>(null);
  const download = useMutation({
    mutationFn: async () => {
      const controller = new AbortController();
      stop.current = controller;
      const rows: string[][] = [HEAD];
      for (let cursor: string | null = null; ; ) {
        const page: Page<AuditView> = await fetchJson(auditPath(place, filter, cursor, 200), {
          signal: controller.signal,
        });
        rows.push(...page.items.map(rowOf));
        cursor = page.nextCursor;
        if (cursor === null) break;
      }
      downloadText(`audit-${place.scope === 'project' ? place.project : place.scope}.csv`, toCsv(rows));
    },
    onError: (error) => {
      if (error.name !== 'AbortError') toast.error(t('export.failed'));
    },
  });
  return (
    <Button variant="outline" onClick={() => (download.isPending ? stop.current?.abort() : download.mutate())}>
      {download.isPending ? <LoaderCircle className="animate-spin" /> : <Download />}
      {t(download.isPending ? 'export.stop' : 'export.button')}
    </Button>
  );
}
