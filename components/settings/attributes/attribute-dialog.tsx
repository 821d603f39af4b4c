'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { toast } from 'sonner';
import { ChipsInput } from '@/components/shared/chips-input';
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
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { CommentField } from '@/components/targeting/comment-field';
import { attributeActions } from '@/lib/client/attribute-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import type { AttributeType } from '@/lib/engine/types';
import { ATTRIBUTE_TYPES } from '@/lib/schemas/attribute';
import type { AttributeView } from '@/lib/services/subjects/types';
import { LISTABLE, textsOf, valuesOf } from './allowed-values';

const SWITCHES = ['trusted', 'personal'] as const;

export interface AttributeDialogProps {
  project: string;
  /** `new`, the one being edited, or null while closed. */
  attribute: 'new' | AttributeView | null;
  requiresComment: boolean;
  onClose: () => void;
}

interface Values {
  name: string;
  type: AttributeType;
  allowed: string[];
  trusted: boolean;
  personal: boolean;
}

const valuesFor = (attribute: 'new' | AttributeView): Values =>
  attribute === 'new'
    ? { name: '', type: 'string', allowed: [], trusted: false, personal: false }
    : { ...attribute, allowed: textsOf(attribute.allowed) };

function AttributeForm({ project, attribute, requiresComment, onClose }: AttributeDialogProps) {
  const t = useTranslations('onboarding.attributes');
  const common = useTranslations('common');
  const router = useRouter();
  const id = useId();
  const [values, setValues] = useState(() => valuesFor(attribute ?? 'new'));
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = useAction<AttributeView, object>(attributeActions(project).put);
  const set = (changes: Partial<Values>) => setValues((now) => ({ ...now, ...changes }));
  const submit = async (): Promise<void> => {
    setProblem(null);
    try {
      const allowed = valuesOf(values.allowed, values.type);
      await save.mutateAsync({ ...values, name: values.name.trim(), allowed, comment: comment.trim() || undefined });
      toast.success(t('saved'));
      router.refresh();
      onClose();
    } catch (error) {
      const refusal = refusalOf(error);
      setProblem(refusal?.issues?.map(({ message }) => message).join(' ') || refusal?.message || t('failed'));
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
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-name`}>{t('name')}</Label>
        <Input
          id={`${id}-name`}
          value={values.name}
          readOnly={attribute !== 'new'}
          spellCheck={false}
          autoComplete="off"
          className="h-9 font-mono"
          aria-describedby={`${id}-hint`}
          onChange={(event) => set({ name: event.target.value })}
        />
        <p id={`${id}-hint`} className="text-xs text-muted-foreground">
          {t('nameHint')}
        </p>
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-type`}>{t('type')}</Label>
        <Select
          value={values.type}
          onValueChange={(next) => {
            const type = ATTRIBUTE_TYPES.find((each) => each === next);
            if (type) set({ type });
          }}
        >
          <SelectTrigger id={`${id}-type`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {ATTRIBUTE_TYPES.map((type) => (
              <SelectItem key={type} value={type}>
                {t(`types.${type}`)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      {LISTABLE.includes(values.type) && (
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-allowed`}>{t('allowed')}</Label>
          <ChipsInput
            id={`${id}-allowed`}
            value={values.allowed}
            onChange={(allowed) => set({ allowed })}
            placeholder={t('anyValue')}
            className="max-h-32 overflow-y-auto"
          />
        </div>
      )}
      {SWITCHES.map((name) => (
        <div key={name} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1">
          <Label htmlFor={`${id}-${name}`}>{t(name)}</Label>
          <Switch
            id={`${id}-${name}`}
            checked={values[name]}
            aria-describedby={`${id}-${name}-hint`}
            onCheckedChange={(checked) => set({ [name]: checked })}
          />
          <p id={`${id}-${name}-hint`} className="col-span-2 text-xs text-muted-foreground">
            {t(`${name}Hint`)}
          </p>
        </div>
      ))}
      {requiresComment && <CommentField value={comment} onChange={setComment} isRequired />}
      <FieldError>{problem}</FieldError>
      <DialogFooter>
        <Button type="button" variant="outline" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button
          type="submit"
          disabled={values.name.trim() === '' || save.isPending || (requiresComment && comment.trim() === '')}
        >
          {common('save')}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** Defines an attribute, or changes its definition. */
export function AttributeDialog(props: AttributeDialogProps) {
  const t = useTranslations('onboarding.attributes');
  return (
    <Dialog open={props.attribute !== null} onOpenChange={(open) => !open && props.onClose()}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>{t(props.attribute === 'new' ? 'add' : 'edit')}</DialogTitle>
          <DialogDescription>{t('dialogHint')}</DialogDescription>
        </DialogHeader>
        {props.attribute !== null && <AttributeForm {...props} />}
      </DialogContent>
    </Dialog>
  );
}
