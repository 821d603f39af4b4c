'use client';

import { Download } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { toCsv } from '@/lib/schemas/csv';
import { downloadText } from '@/components/shared/download';
import { RelativeTime } from '@/components/shared/relative-time';
import { Button } from '@/components/ui/button';
import { Card, CardAction, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import type { AnalyticsView } from '@/lib/services/analytics/types';

/** What asked for the flag in the period. */
export function SdkTable({ bySdk, csvName }: { bySdk: AnalyticsView['bySdk']; csvName: string }) {
  const t = useTranslations('analytics.sdk');
  const common = useTranslations('common');
  const format = useFormatter();
  const download = (): void => {
    const rows = bySdk.map(({ sdk, count, lastAt }) => [sdk, count, lastAt]);
    downloadText(`${csvName}.csv`, toCsv([[t('name'), t('count'), t('last')], ...rows]));
  };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
        <CardDescription>{t(bySdk.length === 0 ? 'none' : 'description')}</CardDescription>
        {bySdk.length > 0 && (
          <CardAction>
            <Button variant="ghost" size="sm" onClick={download}>
              <Download />
              {common('chart.csv')}
            </Button>
          </CardAction>
        )}
      </CardHeader>
      {bySdk.length > 0 && (
        <CardContent>
          <Table>
            <TableHeader>
              <TableRow>
                <TableHead>{t('name')}</TableHead>
                <TableHead className="text-right">{t('count')}</TableHead>
                <TableHead className="text-right">{t('last')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {bySdk.map(({ sdk, count, lastAt }) => (
                <TableRow key={sdk} className="h-9">
                  <TableCell>
                    <code className="font-mono text-xs">{sdk}</code>
                  </TableCell>
                  <TableCell className="text-right tabular-nums">{format.number(count)}</TableCell>
                  <TableCell className="text-right">
                    <RelativeTime at={lastAt} className="text-muted-foreground" />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </CardContent>
      )}
    </Card>
  );
}
