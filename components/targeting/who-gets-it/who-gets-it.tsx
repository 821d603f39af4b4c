'use client';

import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import { same } from '@/lib/changes/same';
import type { Sentence } from '@/lib/changes/sentence';
import type { Draft } from '../draft';
import { ModeToggle } from '../serve/mode-toggle';
import { useTargeting } from '../targeting-context';
import type { useTargetingForm } from '../use-targeting-form';
import { VariantSelect } from '../variant-select';
import { AudienceFields } from './audience-fields';
import { type Choice, namesSomebody } from './choice';
import { SetOverrides } from './set-overrides';
import { useWritten } from './use-written';
import { WhatIsWritten } from './what-is-written';

export interface WhoGetsItProps {
  state: ReturnType<typeof useTargetingForm>;
  onClose: () => void;
}

interface Written {
  sentences: readonly Sentence[];
  tenants: readonly string[];
}

const NOBODY = { audience: 'chosen', role: null, subjects: [], tenants: [] } as const;

/** First the choice beside what it would write; then what was written, and what of it is still to be confirmed. */
export function WhoGetsIt({ state, onClose }: WhoGetsItProps) {
  const t = useTranslations('people.whoGetsIt');
  const common = useTranslations('common');
  const { flag } = useTargeting();
  const { form, draft } = state;
  const [choice, setChoice] = useState<Choice>(() => {
    const variant = firstServed(flag, draft.offVariant);
    return { ...NOBODY, variant, rest: restOf(draft, variant) };
  });
  const [written, setWritten] = useState<Written | null>(null);
  const { next, sentences } = useWritten(state, choice);
  const tenants = choice.audience === 'everyone' ? [] : choice.tenants;
  const write = () => {
    if (sentences.length > 0) {
      form.setValue('targets', next.targets);
      form.setValue('rules', next.rules);
      form.setValue('default', next.default);
    }
    setWritten({ sentences, tenants });
  };
  if (written) {
    return (
      <>
        <WhatIsWritten {...written} variant={choice.variant} isWritten>
          <SetOverrides tenants={written.tenants} variant={choice.variant} />
        </WhatIsWritten>
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {common('close')}
          </Button>
        </DialogFooter>
      </>
    );
  }
  return (
    <>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="text-[13px] text-muted-foreground">{t('serve')}</span>
          <VariantSelect
            label={t('variant')}
            value={choice.variant}
            onChange={(variant) => variant !== null && setChoice({ ...choice, variant, rest: restOf(draft, variant) })}
            className="w-48"
          />
          <ModeToggle
            label={t('to')}
            value={choice.audience}
            disabled={false}
            modes={[
              { value: 'chosen', label: t('audience.chosen') },
              { value: 'everyone', label: t('audience.everyone') },
            ]}
            onChange={(mode) => setChoice({ ...choice, audience: mode === 'everyone' ? 'everyone' : 'chosen' })}
          />
        </div>
        {choice.audience === 'everyone' ? (
          <p className="text-[13px] text-muted-foreground">{t('audience.everyoneHint')}</p>
        ) : (
          <AudienceFields
            standing={draft.default}
            choice={choice}
            onChange={(changes) => setChoice({ ...choice, ...changes })}
          />
        )}
        <StateNote state={draft.killed ? 'killed' : draft.state} />
        <WhatIsWritten sentences={sentences} tenants={tenants} variant={choice.variant} isWritten={false} />
      </div>
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button disabled={!namesSomebody(choice) || (sentences.length === 0 && tenants.length === 0)} onClick={write}>
          {t('write')}
        </Button>
      </DialogFooter>
    </>
  );
}

/** Rules and targets may have to wait for the state, which this shortcut leaves alone. */
function StateNote({ state }: { state: 'on' | 'off' | 'default' | 'killed' }) {
  const t = useTranslations('people.whoGetsIt.note');
  if (state === 'on') return null;
  return (
    <p className="flex items-start gap-2 text-[13px] text-warning">
      <Info aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {t(state)}
    </p>
  );
}

const firstServed = ({ variants }: { variants: readonly { key: string }[] }, off: string | null): string =>
  (variants.find(({ key }) => key !== off) ?? variants[0])?.key ?? '';

/** Where the default serves it to everybody already, naming some says that others shall not get it. */
const restOf = ({ default: served, offVariant }: Pick<Draft, 'default' | 'offVariant'>, variant: string) =>
  offVariant !== null && offVariant !== variant && same(served, { variant }) ? offVariant : null;
