'use client';

import { ChevronDown, LayoutTemplate } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { PlanTemplate } from '@/lib/services/plans/types';

export interface TemplateChoiceProps {
  templates: readonly PlanTemplate[];
  onChoose: (template: PlanTemplate) => void;
}

/** Begins anew with a template's steps. */
export function TemplateChoice({ templates, onChoose }: TemplateChoiceProps) {
  const t = useTranslations('plans.template');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size="sm">
          <LayoutTemplate />
          {t('choose')}
          <ChevronDown className="text-muted-foreground" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="max-w-80">
        {templates.map((template) => (
          <DropdownMenuItem key={template.key} onSelect={() => onChoose(template)}>
            <span className="grid gap-0.5">
              <span className="font-medium">{t(`${template.key}.title`)}</span>
              <span className="text-xs text-pretty text-muted-foreground">{t(`${template.key}.description`)}</span>
            </span>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
