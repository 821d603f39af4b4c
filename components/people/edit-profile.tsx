'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { toast } from 'sonner';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { ContextEditor } from '@/components/targeting/try-it/context-editor';
import { CommentField } from '@/components/targeting/comment-field';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { Label } from '@/components/ui/label';
import { subjectActions } from '@/lib/client/subject-actions';
import { useDebounced } from '@/lib/client/use-debounced';
import { refusalOf, useAction } from '@/lib/client/use-action';
import { useTenantOptions } from '@/lib/client/use-tenant-options';
import type { SubjectView } from '@/lib/services/subjects/types';
import { changedAttributes } from './changed-attributes';
import type { SubjectPlace } from './subject-page-types';

const PAUSE_MS = 150;

type Edited = Pick<SubjectView, 'attributes' | 'role' | 'tenant'>;

function OptionalChoice(props: {
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
  onSearch?: (text: string) => void;
  clearLabel: string;
}) {
  const id = useId();
  const { label, value, options, onChange, onSearch, clearLabel } = props;
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <div className="flex gap-2">
        <Combobox
          id={id}
          value={value}
          options={options}
          allowCustom
          onSearch={onSearch}
          onValueChange={onChange}
          className="flex-1"
        />
        <Button variant="ghost" disabled={value === null} onClick={() => onChange(null)}>
          {clearLabel}
        </Button>
      </div>
    </div>
  );
}

function ProfileForm({ project, environment, onboarding, subject, onClose }: SubjectPlace & { onClose: () => void }) {
  const t = useTranslations('people.edit');
  const common = useTranslations('common');
  const router = useRouter();
  const [edited, setEdited] = useState<Edited>({
    attributes: subject.attributes,
    role: subject.role,
    tenant: subject.tenant,
  });
  const [search, setSearch] = useState('');
  const [comment, setComment] = useState('');
  const tenants = useTenantOptions(project, useDebounced(search, PAUSE_MS));
  const save = useAction<SubjectView, object>(subjectActions(project).update);
  const submit = async (): Promise<void> => {
    const { targetingKey, version } = subject;
    try {
      await save.mutateAsync({
        attributes: changedAttributes(subject.attributes, edited.attributes),
        role: edited.role,
        tenant: edited.tenant,
        targetingKey,
        environment: environment.key,
        version,
        comment: comment.trim() || undefined,
      });
      toast.success(t('done'));
      router.refresh();
      onClose();
    } catch (error) {
      const refusal = refusalOf(error);
      const isConflict = refusal?.code === 'version_conflict';
      const description = isConflict ? t('conflict') : refusal?.issues?.map(({ message }) => message).join(' ');
      toast.error(refusal?.message ?? t('failed'), { description });
      if (isConflict) router.refresh();
    }
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <OptionalChoice
          label={t('role')}
          value={edited.role}
          options={onboarding.roles.map((role) => ({ value: role, label: role }))}
          onChange={(role) => setEdited({ ...edited, role })}
          clearLabel={common('clear')}
        />
        <OptionalChoice
          label={t('tenant')}
          value={edited.tenant}
          options={(tenants.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))}
          onSearch={setSearch}
          onChange={(tenant) => setEdited({ ...edited, tenant })}
          clearLabel={common('clear')}
        />
      </div>
      <ContextEditor
        title={t('attributes')}
        value={edited.attributes}
        onChange={(attributes) => setEdited((now) => ({ ...now, attributes }))}
        suggestions={[]}
      />
      <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" disabled={save.isPending || (environment.requireComment && comment.trim() === '')}>
          {common('save')}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** What is stored of a subject: attributes as rows or JSON, role and tenant. */
export function EditProfile({ open, onClose, ...place }: SubjectPlace & { open: boolean; onClose: () => void }) {
  const t = useTranslations('people.edit');
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent className="max-w-lg">
        <DialogHeader>
          <DialogTitle className="flex flex-wrap items-center gap-2">
            {t('title')}
            <EnvironmentBadge environment={place.environment} />
          </DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        {open && <ProfileForm {...place} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}
