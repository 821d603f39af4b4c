'use client';

import { Pencil, Plus, Tags, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EmptyState } from '@/components/shared/empty-state';
import { CommentField } from '@/components/targeting/comment-field';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { attributeActions } from '@/lib/client/attribute-actions';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import type { AttributeView } from '@/lib/services/subjects/types';
import { textsOf } from './allowed-values';
import { AttributeDialog } from './attribute-dialog';

export interface AttributeSettingsProps {
  project: string;
  attributes: readonly AttributeView[];
  /** Some environment wants a comment with every change. */
  requiresComment: boolean;
}

const MARKS = ['trusted', 'personal'] as const;

/** What is agreed about attributes: type, allowed values, whether they are trusted or personal. */
export function AttributeSettings({ project, attributes, requiresComment }: AttributeSettingsProps) {
  const t = useTranslations('onboarding.attributes');
  const [editing, setEditing] = useState<'new' | AttributeView | null>(null);
  const [removing, setRemoving] = useState<AttributeView | null>(null);
  const [comment, setComment] = useState('');
  const remove = useSettingsAction(attributeActions(project).remove, () => t('removed'));
  const add = (
    <Button onClick={() => setEditing('new')}>
      <Plus />
      {t('add')}
    </Button>
  );
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-sm text-muted-foreground">{t('intro')}</p>
        {attributes.length > 0 && add}
      </div>
      {attributes.length === 0 ? (
        <EmptyState
          icon={<Tags />}
          title={t('empty.title')}
          description={t('empty.description')}
          action={add}
          className="max-w-none rounded-lg border"
        />
      ) : (
        <ul aria-label={t('title')} className="divide-y rounded-lg border bg-card">
          {attributes.map((attribute) => (
            <li key={attribute.name} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
              <div className="grid min-w-0 flex-1 basis-48">
                <code className="truncate font-mono text-[13px] font-medium">{attribute.name}</code>
                <span className="truncate text-[13px] text-muted-foreground">
                  {t(`types.${attribute.type}`)}
                  {attribute.allowed && ` · ${textsOf(attribute.allowed).join(', ')}`}
                </span>
              </div>
              <div className="flex flex-wrap gap-1.5 empty:hidden">
                {MARKS.filter((mark) => attribute[mark]).map((mark) => (
                  <Badge key={mark} variant="outline">
                    {t(mark)}
                  </Badge>
                ))}
              </div>
              <div className="flex items-center gap-1">
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t('editOf', { name: attribute.name })}
                  onClick={() => setEditing(attribute)}
                >
                  <Pencil />
                </Button>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t('removeOf', { name: attribute.name })}
                  onClick={() => setRemoving(attribute)}
                >
                  <Trash2 />
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <AttributeDialog
        project={project}
        attribute={editing}
        requiresComment={requiresComment}
        onClose={() => setEditing(null)}
      />
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={t('removeTitle', { name: removing?.name ?? '' })}
        description={t('removeHint')}
        confirmLabel={t('remove')}
        destructive
        disabled={requiresComment && comment.trim() === ''}
        onConfirm={async () => {
          if (removing) await remove.mutateAsync({ name: removing.name, comment: comment.trim() || undefined });
          setComment('');
        }}
      >
        {requiresComment && <CommentField value={comment} onChange={setComment} isRequired />}
      </ConfirmDialog>
    </section>
  );
}
