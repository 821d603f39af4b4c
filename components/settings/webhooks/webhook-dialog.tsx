'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { FieldError } from '@/components/shared/field-error';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { refusalOf } from '@/lib/client/use-action';
import { useSaveWebhook } from '@/lib/client/use-save-webhook';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { WebhookView } from '@/lib/services/webhooks/types';
import { createInput, draftOf, isComplete, NEW_WEBHOOK, updateInput } from './webhook-draft';
import { WebhookFields } from './webhook-fields';
import { WebhookSecret } from './webhook-secret';

interface DialogProps {
  project: string;
  topics: readonly string[];
  environments: readonly EnvironmentView[];
  /** Null: closed. */
  webhook: 'new' | WebhookView | null;
  onClose: () => void;
}

interface FormProps extends DialogProps {
  onSecret: (secret: string) => void;
}

function WebhookForm({ project, topics, environments, webhook, onClose, onSecret }: FormProps) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const router = useRouter();
  const stored = webhook === 'new' ? null : webhook;
  const [draft, setDraft] = useState(() => (stored ? draftOf(stored) : NEW_WEBHOOK));
  const [problem, setProblem] = useState<string | null>(null);
  const save = useSaveWebhook(project);
  const submit = async (): Promise<void> => {
    setProblem(null);
    try {
      const secret = await save.mutateAsync(
        stored ? { kind: 'update', input: updateInput(draft, stored) } : { kind: 'create', input: createInput(draft) },
      );
      toast.success(t('saved'));
      router.refresh();
      if (secret) onSecret(secret);
      else onClose();
    } catch (error) {
      const refusal = refusalOf(error);
      setProblem(refusal?.issues?.map(({ message }) => message).join(' ') || refusal?.message || common('lost'));
      if (refusal?.code === 'version_conflict') router.refresh();
    }
  };
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <WebhookFields
        draft={draft}
        onChange={(changes) => setDraft((now) => ({ ...now, ...changes }))}
        topics={topics}
        environments={environments}
        webhook={stored}
      />
      <FieldError>{problem}</FieldError>
      <DialogFooter>
        <Button type="button" variant="outline" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" disabled={!isComplete(draft, stored === null) || save.isPending}>
          {stored ? common('save') : t('create')}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** Makes a webhook, whose secret is shown this once, or changes one. */
export function WebhookDialog(props: DialogProps) {
  const t = useTranslations('webhooks');
  const [secret, setSecret] = useState<string | null>(null);
  const { webhook, onClose } = props;
  const close = (): void => {
    setSecret(null);
    onClose();
  };
  return (
    <Dialog open={webhook !== null} onOpenChange={(open) => !open && close()}>
      <DialogContent className="max-w-xl" isHeld={secret !== null}>
        <DialogHeader>
          <DialogTitle>{t(secret ? 'createdTitle' : webhook === 'new' ? 'createTitle' : 'editTitle')}</DialogTitle>
          <DialogDescription>{t(secret ? 'createdHint' : 'dialogHint')}</DialogDescription>
        </DialogHeader>
        {secret !== null && <WebhookSecret secret={secret} hint={t('once')} onDone={close} />}
        {secret === null && webhook !== null && <WebhookForm {...props} onClose={close} onSecret={setSecret} />}
      </DialogContent>
    </Dialog>
  );
}
