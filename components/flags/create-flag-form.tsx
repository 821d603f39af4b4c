'use client';

import { LoaderCircle } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { FieldError } from '@/components/shared/field-error';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { refusalOf } from '@/lib/client/use-action';
import { useCreateFlag } from '@/lib/client/use-create-flag';
import { useSchemaResolver } from '@/lib/client/use-schema-resolver';
import { useShowIssues } from '@/lib/client/use-show-issues';
import type { FlagType } from '@/lib/engine/types';
import { flagCreateSchema, type FlagCreate } from '@/lib/schemas/flag';
import { CreateFlagFields } from './create-flag-fields';
import type { CreateFlagValues } from './create-flag-values';
import type { FlagPlace } from './flag-context';
import { FLAG_TEMPLATES, type FlagTemplate, firstVariants, templateInstructions } from './flag-templates';
import { TemplatePicker } from './template-picker';

export interface CreateFlagFormProps extends FlagPlace {
  query: string;
  onCancel: () => void;
}

const [RELEASE] = FLAG_TEMPLATES;

/** Where a template's first instructions go: what asks for confirmation or a comment is left to its page. */
function preparable({ environments, can }: FlagPlace): string[] {
  const isOpen = environments.filter((environment) => !environment.protected && !environment.requireComment);
  return isOpen.map(({ key }) => key).filter((key) => can.environments[key]?.edit);
}

/** Makes a flag from a template and opens its page. */
export function CreateFlagForm({ query, onCancel, ...place }: CreateFlagFormProps) {
  const { project, environments } = place;
  const t = useTranslations('flags');
  const common = useTranslations('common');
  const router = useRouter();
  const [template, setTemplate] = useState<FlagTemplate | undefined>(RELEASE);
  const { kind = 'release', type = 'boolean', id = 'release' } = template ?? {};
  const form = useForm<CreateFlagValues, unknown, FlagCreate>({
    resolver: useSchemaResolver(flagCreateSchema),
    defaultValues: { name: '', key: '', kind, type, variants: firstVariants(type, id), tags: [], clientVisible: false },
  });
  const showIssues = useShowIssues(form);
  const create = useCreateFlag(project);
  const chooseType = (next: FlagType, from = id): void => {
    form.setValue('type', next);
    form.setValue('variants', firstVariants(next, from));
    form.clearErrors('variants');
  };
  const choose = (next: FlagTemplate): void => {
    setTemplate(next);
    form.setValue('kind', next.kind);
    chooseType(next.type, next.id);
  };
  const save = form.handleSubmit(async (flag) => {
    const instructions = templateInstructions(id, flag.variants, t(`template.${id}.rule`));
    const ready = preparable(place);
    try {
      const made = await create.mutateAsync({ flag, instructions, environments: ready });
      const skipped = environments.filter(({ key }) => !ready.includes(key) || made.unprepared.includes(key));
      const hint = instructions.length > 0 && skipped.length > 0;
      toast.success(t('toast.created', { flag: made.flag.key }), {
        description: hint
          ? t('create.unprepared', { environments: skipped.map(({ name }) => name).join(', ') })
          : undefined,
      });
      router.push(`/p/${project}/flags/${encodeURIComponent(made.flag.key)}/targeting${query}`);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code === 'key_taken') form.setError('key', { message: refusal.message }, { shouldFocus: true });
      else if (refusal) showIssues(refusal);
      else form.setError('root', { message: t('toast.failed') });
    }
  });
  const { isSubmitting, isSubmitSuccessful, errors } = form.formState;
  const isBusy = isSubmitting || (isSubmitSuccessful && create.isSuccess);
  return (
    <Form {...form}>
      <form noValidate className="grid gap-5" onSubmit={(event) => void save(event)}>
        <div className="grid gap-2">
          <TemplatePicker value={id} onChange={choose} />
          <p className="text-[13px] text-muted-foreground">{t(`template.${id}.description`)}</p>
        </div>
        <CreateFlagFields onType={(next) => chooseType(next)} />
        <FieldError>{errors.root?.message}</FieldError>
        {/* Stays in view while long variants are scrolled. */}
        <DialogFooter className="sticky -bottom-5 -mx-5 -mb-5 border-t bg-popover px-5 py-3">
          <Button variant="outline" onClick={onCancel}>
            {common('cancel')}
          </Button>
          <Button type="submit" disabled={isBusy}>
            {isBusy && <LoaderCircle className="animate-spin" />}
            {t('create.submit')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
}
