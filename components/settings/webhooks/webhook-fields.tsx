'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { RadioGroup, RadioGroupItem } from '@/components/ui/radio-group';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { WebhookView } from '@/lib/services/webhooks/types';
import { TopicPicker } from './topic-picker';
import type { WebhookDraft } from './webhook-draft';

const FORMATS = ['standard', 'slack'] as const;

export interface WebhookFieldsProps {
  draft: WebhookDraft;
  onChange: (changes: Partial<WebhookDraft>) => void;
  topics: readonly string[];
  environments: readonly EnvironmentView[];
  /** What is changed, or null for a new one. */
  webhook: WebhookView | null;
}

function Choice({ value, title, hint }: { value: string; title: string; hint?: string }) {
  return (
    <label className="flex gap-2 text-sm">
      <RadioGroupItem value={value} className="mt-0.5" />
      <span className="grid">
        <span>{title}</span>
        {hint && <span className="text-[13px] text-muted-foreground">{hint}</span>}
      </span>
    </label>
  );
}

function EnvironmentChoice({ draft, onChange, environments }: WebhookFieldsProps) {
  const t = useTranslations('webhooks');
  const id = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{t('environments')}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {environments.map((environment) => (
          <span key={environment.key} className="flex items-center gap-2">
            <Checkbox
              id={`${id}-${environment.key}`}
              checked={draft.environments.includes(environment.key)}
              onCheckedChange={(isOn) =>
                onChange({
                  environments: environments
                    .map(({ key }) => key)
                    .filter((key) => (key === environment.key ? isOn === true : draft.environments.includes(key))),
                })
              }
            />
            <label htmlFor={`${id}-${environment.key}`}>
              <EnvironmentBadge environment={environment} variant="plain" className="text-sm" />
            </label>
          </span>
        ))}
      </div>
      <p className="text-xs text-muted-foreground">{t('environmentsHint')}</p>
    </fieldset>
  );
}

function AddressField({ draft, onChange, webhook }: WebhookFieldsProps) {
  const t = useTranslations('webhooks');
  const id = useId();
  const isSlack = draft.format === 'slack';
  const isKept = webhook !== null && isSlack;
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{t('url')}</Label>
      <Input
        id={id}
        type="url"
        inputMode="url"
        value={draft.url}
        spellCheck={false}
        autoComplete="off"
        className="h-9 font-mono text-[13px]"
        placeholder={
          isKept ? webhook.url : isSlack ? 'https://hooks.slack.com/services/…' : 'https://hooks.example.com/'
        }
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange({ url: event.target.value })}
      />
      <p id={`${id}-hint`} className="text-xs text-muted-foreground">
        {t(isKept ? 'urlKept' : 'urlHint')}
      </p>
    </div>
  );
}

/** Name, address, format, and which events of which environments. */
export function WebhookFields(props: WebhookFieldsProps) {
  const { draft, onChange, topics, webhook } = props;
  const t = useTranslations('webhooks');
  const id = useId();
  return (
    <>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-name`}>{t('name')}</Label>
        <Input
          id={`${id}-name`}
          value={draft.name}
          autoComplete="off"
          className="h-9"
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      {webhook === null && (
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">{t('format')}</legend>
          <RadioGroup
            aria-label={t('format')}
            value={draft.format}
            onValueChange={(format) => onChange({ format: format === 'slack' ? 'slack' : 'standard' })}
          >
            {FORMATS.map((format) => (
              <Choice key={format} value={format} title={t(`formats.${format}`)} hint={t(`formatHints.${format}`)} />
            ))}
          </RadioGroup>
        </fieldset>
      )}
      <AddressField {...props} />
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-medium">{t('events')}</legend>
        <RadioGroup
          aria-label={t('events')}
          value={draft.wantsAll ? 'all' : 'chosen'}
          onValueChange={(next) => onChange({ wantsAll: next === 'all' })}
        >
          <Choice value="all" title={t('allEvents')} />
          <Choice value="chosen" title={t('chosenEvents')} />
        </RadioGroup>
        {!draft.wantsAll && (
          <TopicPicker topics={topics} chosen={draft.topics} onChange={(chosen) => onChange({ topics: chosen })} />
        )}
      </fieldset>
      <EnvironmentChoice {...props} />
    </>
  );
}
