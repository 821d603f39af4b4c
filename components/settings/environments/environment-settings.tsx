'use client';

import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { KeyText } from '@/components/shared/key-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { environmentActions } from '@/lib/client/environment-actions';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import { EnvironmentDialog } from './environment-dialog';

const POLICIES = ['requireComment', 'openToTenants', 'publicRead'] as const;

/** The environments in their order, with what each demands. */
export function EnvironmentSettings({ project, environments }: { project: string; environments: EnvironmentView[] }) {
  const t = useTranslations('settings.environment');
  const [editing, setEditing] = useState<'new' | EnvironmentView | null>(null);
  const [deleting, setDeleting] = useState<EnvironmentView | null>(null);
  const remove = useSettingsAction(environmentActions(project).remove, () => t('deleted'));
  const move = useSettingsAction(
    async ([first, second]: [EnvironmentView, EnvironmentView]) => {
      const place = ({ key, version }: EnvironmentView, position: number) =>
        environmentActions(project).update({ key, version, position });
      const moved = await place(first, second.position);
      return moved.ok ? place(second, first.position) : moved;
    },
    () => t('saved'),
  );
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-sm text-muted-foreground">{t('intro')}</p>
        <Button onClick={() => setEditing('new')}>
          <Plus />
          {t('createTitle')}
        </Button>
      </div>
      <ul className="divide-y rounded-lg border bg-card">
        {environments.map((environment, index) => {
          const [above, below] = [environments[index - 1], environments[index + 1]];
          return (
            <li key={environment.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="grid min-w-40 gap-1">
                <EnvironmentBadge environment={environment} />
                <KeyText value={environment.key} />
              </div>
              <div className="flex flex-1 flex-wrap gap-1.5">
                {POLICIES.filter((policy) => environment[policy]).map((policy) => (
                  <Badge key={policy} variant="outline">
                    {t(policy)}
                  </Badge>
                ))}
              </div>
              <div className="flex items-center gap-1">
                <Button
                  variant="ghost"
                  size="icon"
                  disabled={!above || move.isPending}
                  aria-label={t('moveUp', { name: environment.name })}
                  onClick={() => above && move.mutate([environment, above])}
                >
                  <ArrowUp />
                </Button>
                <Button
                  variant="ghost"
                  size="icon"
                  disabled={!below || move.isPending}
                  aria-label={t('moveDown', { name: environment.name })}
                  onClick={() => below && move.mutate([environment, below])}
                >
                  <ArrowDown />
                </Button>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t('edit', { name: environment.name })}
                  onClick={() => setEditing(environment)}
                >
                  <Pencil />
                </Button>
                <Button
                  variant="ghost"
                  size="icon"
                  disabled={environments.length === 1}
                  aria-label={t('delete', { name: environment.name })}
                  onClick={() => setDeleting(environment)}
                >
                  <Trash2 />
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <EnvironmentDialog project={project} subject={editing} onClose={() => setEditing(null)} />
      <ConfirmDialog
        open={deleting !== null}
        onOpenChange={() => setDeleting(null)}
        title={deleting && t('deleteTitle', { name: deleting.name })}
        description={t('deleteHint')}
        confirmLabel={deleting && t('delete', { name: deleting.name })}
        destructive
        typedName={deleting?.key}
        onConfirm={async () => {
          if (deleting) await remove.mutateAsync({ key: deleting.key, version: deleting.version });
        }}
      />
    </section>
  );
}
