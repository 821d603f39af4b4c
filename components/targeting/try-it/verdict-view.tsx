'use client';

import { useTranslations } from 'next-intl';
import { VariantDot } from '@/components/shared/variant-dot';
import type { ExplainView } from '@/lib/services/configurations/types';

const LONGEST = 200;

/** What would be answered: variant, value and reason. */
export function VerdictView({ answer, variants }: { answer: ExplainView; variants: readonly { key: string }[] }) {
  const t = useTranslations('explain');
  const { variant, value, reason, cause, errorCode } = answer;
  const index = variants.findIndex(({ key }) => key === variant);
  const text = value === undefined ? null : JSON.stringify(value);
  return (
    <div className="grid gap-1 px-4 pt-3 pb-2" aria-live="polite" role="status">
      <p className="flex min-w-0 items-center gap-2 text-base">
        <VariantDot index={index < 0 ? null : index} className="size-2.5" />
        <span className="font-semibold break-all">
          {errorCode ? t(`error.${errorCode}`) : (variant ?? t('callerDefault'))}
        </span>
        {text !== null && (
          <code className="min-w-0 truncate rounded-sm bg-muted px-1.5 font-mono text-xs leading-5" title={text}>
            {text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}
          </code>
        )}
      </p>
      <p className="text-[13px] text-muted-foreground">
        {cause ? t(`cause.${cause}`) : t(`reason.${reason}`)} <code className="font-mono text-xs">{reason}</code>
      </p>
    </div>
  );
}
