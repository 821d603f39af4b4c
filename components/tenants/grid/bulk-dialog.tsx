'use client';

import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { CommentField } from '@/components/targeting/comment-field';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { type BulkOverride, useBulkOverride, useBulkPreview } from '@/lib/client/use-bulk-override';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { SystemFlagView } from '@/lib/services/overrides/types';
import { BulkChoice, CLEAR } from './bulk-choice';
import { BulkPreview } from './bulk-preview';

export interface BulkDialogProps {
  project: string;
  environment: EnvironmentView;
  tenants: readonly string[];
  open: boolean;
  onClose: (isDone: boolean) => void;
}

function BulkForm({ project, environment, tenants, onClose }: Omit<BulkDialogProps, 'open'>) {
  const t = useTranslations('tenants.bulk');
  const [flag, setFlag] = useState<SystemFlagView | null>(null);
  const [value, setValue] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const asked: BulkOverride | null =
    flag && value !== null
      ? { environment: environment.key, flag: flag.key, variant: value === CLEAR ? null : value, tenants }
      : null;
  const preview = useBulkPreview(project, asked);
  const write = useBulkOverride(project, flag?.name ?? '');
  const count = preview.data?.changes.length ?? 0;
  const lacksComment = environment.requireComment && comment.trim() === '';
  return (
    <form
      className="grid min-w-0 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (asked) write.mutate({ ...asked, comment: comment.trim() || undefined }, { onSuccess: () => onClose(true) });
      }}
    >
      <BulkChoice
        project={project}
        environment={environment.key}
        flag={flag}
        onFlag={(next) => {
          setFlag(next);
          setValue(null);
        }}
        value={value}
        onValue={setValue}
      />
      {asked && flag && <BulkPreview flag={flag} preview={preview} />}
      {count > 0 && <CommentField isRequired={environment.requireComment} value={comment} onChange={setComment} />}
      <DialogFooter>
        <Button type="submit" disabled={count === 0 || preview.isFetching || write.isPending || lacksComment}>
          {write.isPending && <LoaderCircle className="animate-spin" />}
          {t('confirm', { count: count || tenants.length })}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** One flag for the selected tenants: what, what that changes, and only then the button that does it. */
export function BulkDialog({ open, ...props }: BulkDialogProps) {
  const { environment, tenants, onClose } = props;
  const t = useTranslations('tenants.bulk');
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose(false)}>
      <DialogContent className="max-w-lg">
        <DialogHeader>
          <DialogTitle>{t('title', { count: tenants.length })}</DialogTitle>
          <DialogDescription>{t('description', { environment: environment.name })}</DialogDescription>
          <EnvironmentBadge environment={environment} className="w-fit" />
        </DialogHeader>
        {open && <BulkForm {...props} />}
      </DialogContent>
    </Dialog>
  );
}
