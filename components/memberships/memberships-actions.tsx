'use client';

import { Download, FileUp, LoaderCircle, Plus, RefreshCw } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { downloadText } from '@/components/shared/download';
import { useTickingNow } from '@/components/shared/now-provider';
import { Button } from '@/components/ui/button';
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip';
import { exportGroup } from '@/lib/client/export-group';
import { useSyncMemberships } from '@/lib/client/use-sync-memberships';
import type { SyncReport } from '@/lib/services/memberships/types';
import { SyncReportDialog } from './sync-report-dialog';

export interface MembershipsActionsProps {
  project: string;
  environment: string;
  /** The flag that is looked at alone. */
  flag: string | null;
  canEdit: boolean;
  syncedAt: string | null;
  onAdd: () => void;
  onImport: () => void;
}

/** Adding, importing, exporting a flag's group, and synchronising groups. */
export function MembershipsActions({ project, environment, flag, canEdit, syncedAt, ...on }: MembershipsActionsProps) {
  const t = useTranslations('memberships');
  const format = useFormatter();
  const now = useTickingNow();
  const sync = useSyncMemberships(project);
  const [report, setReport] = useState<SyncReport | null>(null);
  const download = async (): Promise<void> => {
    if (flag === null) return;
    try {
      downloadText(`${flag}-${environment}.csv`, await exportGroup(project, flag, environment));
    } catch {
      toast.error(t('exportFailed'));
    }
  };
  return (
    <>
      {flag !== null && (
        <Button variant="outline" onClick={() => void download()}>
          <Download />
          {t('export')}
        </Button>
      )}
      {canEdit && (
        <>
          <Tooltip>
            <TooltipTrigger asChild>
              <Button
                variant="outline"
                disabled={sync.isPending}
                onClick={() => sync.mutate({ environment, ...(flag !== null && { flag }) }, { onSuccess: setReport })}
              >
                {sync.isPending ? <LoaderCircle className="animate-spin" /> : <RefreshCw />}
                {t('sync.now')}
              </Button>
            </TooltipTrigger>
            <TooltipContent className="max-w-64">
              {syncedAt === null
                ? t('sync.hint')
                : t('sync.hintSince', { at: format.relativeTime(new Date(syncedAt), now) })}
            </TooltipContent>
          </Tooltip>
          <Button variant="outline" onClick={on.onImport}>
            <FileUp />
            {t('import.open')}
          </Button>
          <Button onClick={on.onAdd}>
            <Plus />
            {t('add')}
          </Button>
        </>
      )}
      {report && <SyncReportDialog report={report} onClose={() => setReport(null)} />}
    </>
  );
}
