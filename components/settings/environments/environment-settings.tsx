'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/actions/action-result';
import { environmentActions } from '@/lib/client/environment-actions';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import { EnvironmentDialog } from './environment-dialog';
import { type EnvironmentAct, EnvironmentRow } from './environment-row';
import { SigningSecretDialog } from './signing-secret-dialog';

const ACTS: readonly EnvironmentAct[] = ['moveUp', 'moveDown', 'edit', 'secret', 'delete'];

export interface EnvironmentSettingsProps {
  project: string;
  environments: EnvironmentView[];
  /** Keys of the environments whose signing secret the reader may renew. */
  renewable: readonly string[];
}

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
export function EnvironmentSettings({ project, environments, renewable }: EnvironmentSettingsProps) {
  const t = useTranslations('settings.environment');
  const [editing, setEditing] = useState<'new' | EnvironmentView | null>(null);
  const [deleting, setDeleting] = useState<EnvironmentView | null>(null);
  const [signing, setSigning] = useState<EnvironmentView | null>(null);
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
  const isPossible = (act: EnvironmentAct, index: number): boolean => {
    if (act === 'moveUp') return index > 0 && !move.isPending;
    if (act === 'moveDown') return index < environments.length - 1 && !move.isPending;
    if (act === 'secret') return renewable.includes(environments[index]?.key ?? '');
    return act !== 'delete' || environments.length > 1;
  };
  const start = (act: EnvironmentAct, index: number): void => {
    const environment = environments[index] ?? null;
    if (act === 'moveUp') move.mutate({ from: index, to: index - 1 });
    else if (act === 'moveDown') move.mutate({ from: index, to: index + 1 });
    else if (act === 'edit') setEditing(environment);
    else if (act === 'secret') setSigning(environment);
    else setDeleting(environment);
  };
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
        {environments.map((environment, index) => (
          <EnvironmentRow
            key={environment.id}
            environment={environment}
            acts={ACTS.filter((act) => isPossible(act, index))}
            onAct={(act) => start(act, index)}
          />
        ))}
      </ul>
      <EnvironmentDialog project={project} subject={editing} onClose={() => setEditing(null)} />
      {signing && <SigningSecretDialog project={project} environment={signing} onClose={() => setSigning(null)} />}
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
