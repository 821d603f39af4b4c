'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import type { SyncReport } from '@/lib/services/memberships/types';

const COUNTS = ['added', 'removed', 'updated'] as const;
const SHOWN = 50;

/** What synchronising did: in all, and flag by flag. */
export function SyncReportDialog({ report, onClose }: { report: SyncReport; onClose: () => void }) {
  const t = useTranslations('memberships.sync');
  const total = report.added + report.removed + report.updated;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-lg">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t(total === 0 ? 'nothing' : 'explained')}</DialogDescription>
        </DialogHeader>
        <dl className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {([...COUNTS, 'unchanged'] as const).map((name) => (
            <div key={name} className="rounded-md border px-3 py-2">
              <dt className="text-xs text-muted-foreground">{t(name)}</dt>
              <dd className="text-lg font-semibold tabular-nums">{t('number', { count: report[name] })}</dd>
            </div>
          ))}
        </dl>
        {report.flags.length > 0 && (
          <div
            tabIndex={0}
            role="region"
            aria-label={t('flags')}
            className="max-h-64 overflow-y-auto rounded-md border"
          >
            <table className="w-full text-xs">
              <thead className="bg-muted text-muted-foreground">
                <tr>
                  <th scope="col" className="px-3 py-1.5 text-left font-normal">
                    {t('flag')}
                  </th>
                  {COUNTS.map((name) => (
                    <th key={name} scope="col" className="px-3 py-1.5 text-right font-normal">
                      {t(name)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody className="tabular-nums">
                {report.flags.slice(0, SHOWN).map((one) => (
                  <tr key={`${one.environment} ${one.flag}`} className="border-t">
                    <td className="max-w-56 truncate px-3 py-1.5 font-mono">{one.flag}</td>
                    {COUNTS.map((name) => (
                      <td key={name} className="px-3 py-1.5 text-right">
                        {t('number', { count: one[name] })}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <DialogFooter>
          <Button onClick={onClose}>{t('close')}</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
