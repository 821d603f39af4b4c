'use client';

import { useTranslations } from 'next-intl';
import { RadioGroup as RadioGroupPrimitive } from 'radix-ui';
import { cn } from '@/components/ui/cn';
import { FLAG_TEMPLATES, type FlagTemplate, type FlagTemplateId } from './flag-templates';

export interface TemplatePickerProps {
  value: FlagTemplateId;
  onChange: (template: FlagTemplate) => void;
}

/** Chooses what a new flag is for. */
export function TemplatePicker({ value, onChange }: TemplatePickerProps) {
  const t = useTranslations('flags');
  return (
    <RadioGroupPrimitive.Root
      aria-label={t('create.template')}
      value={value}
      className="grid grid-cols-2 gap-2 sm:grid-cols-5"
      onValueChange={(id) => {
        const template = FLAG_TEMPLATES.find((each) => each.id === id);
        if (template) onChange(template);
      }}
    >
      {FLAG_TEMPLATES.map(({ id, Icon }) => (
        <RadioGroupPrimitive.Item
          key={id}
          value={id}
          className={cn(
            'flex items-center gap-2 rounded-md border px-2.5 py-2 text-left text-[13px] font-medium transition-colors',
            'hover:bg-accent data-[state=checked]:border-primary data-[state=checked]:bg-primary/8',
            'sm:flex-col sm:items-start sm:gap-1.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground',
            'data-[state=checked]:[&_svg]:text-link',
          )}
        >
          <Icon aria-hidden="true" />
          <span className="leading-tight">{t(`template.${id}.title`)}</span>
        </RadioGroupPrimitive.Item>
      ))}
    </RadioGroupPrimitive.Root>
  );
}
