'use client';

import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { KeyText } from '@/components/shared/key-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/actions/action-result';
import { environmentActions } from '@/lib/client/environment-actions';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import { EnvironmentDialog } from './environment-dialog';

const POLICIES = ['requireComment', 'publicRead', 'requireProof'] as const;

/** Numbers the environments by their order; those that stand right already are left alone. */
async function placeInOrder(project: string, order: readonly EnvironmentView[]): Promise<ActionResult<unknown>> {
  for (const [position, { key, version, position: current }] of order.entries()) {
    if (position === current) continue;
    const result = await environmentActions(project).update({ key, version, position });
    if (!result.ok) return result;
  }
  return { ok: true, data: null };
}

/** The environments in their order, with what each demands. */
export function EnvironmentSettings({ project, environments }: { project: string; environments: EnvironmentView[] }) {
  const t = useTranslations('settings.environment');
  const [editing, setEditing] = useState<'new' | EnvironmentView | null>(null);
  const [deleting, setDeleting] = useState<EnvironmentView | null>(null);
  const remove = useSettingsAction(environmentActions(project).remove, () => t('deleted'));
  const move = useSettingsAction(
    async ({ from, to }: { from: number; to: number }) => {
      const order = environments.toSpliced(from, 1);
      const moved = environments[from];
      if (moved) order.splice(to, 0, moved);
      return placeInOrder(project, order);
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
          return (
            <li key={environment.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="grid min-w-0 flex-1 basis-40 justify-items-start gap-1">
                <EnvironmentBadge environment={environment} />
                <KeyText value={environment.key} />
              </div>
              <div className="flex flex-wrap gap-1.5 empty:hidden max-sm:order-last max-sm:w-full">
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
                  disabled={index === 0 || move.isPending}
                  aria-label={t('moveUp', { name: environment.name })}
                  onClick={() => move.mutate({ from: index, to: index - 1 })}
                >
                  <ArrowUp />
                </Button>
                <Button
                  variant="ghost"
                  size="icon"
                  disabled={index === environments.length - 1 || move.isPending}
                  aria-label={t('moveDown', { name: environment.name })}
                  onClick={() => move.mutate({ from: index, to: index + 1 })}
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
