'use client';

import { ArrowRight, PencilRuler } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { PlanTemplate } from '@/lib/services/plans/types';
import { newPlanPath } from './plan-place';

/** What a plan may begin with; each leads to the builder. */
export function TemplateLinks({ project, templates }: { project: string; templates: readonly PlanTemplate[] }) {
  const t = useTranslations('plans');
  const choices = [
    ...templates.map(({ key }) => ({
      key,
      title: t(`template.${key}.title`),
      description: t(`template.${key}.description`),
    })),
    { key: 'blank', title: t('template.blank.title'), description: t('template.blank.description') },
  ];
  return (
    <ul aria-label={t('template.label')} className="mx-auto grid w-full max-w-4xl gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {choices.map(({ key, title, description }) => (
        <li key={key} className="flex">
          <Link
            href={newPlanPath({ project }, { template: key })}
            className="group flex w-full flex-col gap-1 rounded-lg border bg-card p-4 transition-colors hover:border-input hover:bg-accent/50"
          >
            <span className="flex items-center justify-between gap-2 text-sm font-medium">
              {title}
              {key === 'blank' ? (
                <PencilRuler aria-hidden="true" className="size-4 text-muted-foreground" />
              ) : (
                <ArrowRight aria-hidden="true" className="size-4 text-muted-foreground group-hover:text-foreground" />
              )}
            </span>
            <span className="text-[13px] text-pretty text-muted-foreground">{description}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
