'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { ApprovalDots } from './approval-dots';
import { isOpen, type RequestPlace } from './request-place';

/** Who approved, and how many still have to. */
export function RequestApprovals({ request, environments }: RequestPlace) {
  const t = useTranslations('requests.approve');
  const { given, required } = request.approvals;
  const left = Math.max(0, required - given.length);
  const names = request.environments.map((key) => environments.find((each) => each.key === key)?.name ?? key);
  return (
    <Card className="content-start self-start">
      <CardHeader>
        <CardTitle className="flex items-center justify-between gap-2">
          {t('title')}
          <ApprovalDots given={given.length} required={required} />
        </CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3 text-sm">
        {given.length > 0 && (
          <ul className="grid gap-1.5">
            {given.map((name, index) => (
              <li key={`approver-${index.toString()}`} className="flex items-center gap-2">
                <Check aria-hidden="true" className="size-4 text-success" />
                <span className="truncate">{name}</span>
              </li>
            ))}
          </ul>
        )}
        {isOpen(request) && (
          <p className="text-muted-foreground">
            {left === 0 ? t('enough') : t('left', { count: left, environments: names.join(', ') })}
          </p>
        )}
      </CardContent>
    </Card>
  );
}
