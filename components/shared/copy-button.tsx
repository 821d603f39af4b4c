'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, type ButtonProps } from '@/components/ui/button';
import { useCopy } from './use-copy';

export interface CopyButtonProps extends Omit<ButtonProps, 'value' | 'onClick' | 'children' | 'asChild'> {
  value: string;
  /** What is copied, for the accessible name; the value itself unless given. */
  label?: string;
  /** Shows the word beside the icon. */
  withText?: boolean;
}

export function CopyButton({ value, label, withText = false, variant, size, ...props }: CopyButtonProps) {
  const t = useTranslations('common');
  const { copied, copy } = useCopy();
  return (
    <Button
      variant={variant ?? (withText ? 'outline' : 'ghost')}
      size={size ?? (withText ? 'sm' : 'icon-xs')}
      aria-label={withText ? undefined : t('copyValue', { value: label ?? value })}
      onClick={() => copy(value)}
      {...props}
    >
      {copied ? (
        <Check className="text-success" />
      ) : (
        <Copy className={withText ? undefined : 'text-muted-foreground'} />
      )}
      {withText && (copied ? t('copied') : t('copy'))}
      <span className="sr-only" aria-live="polite">
        {copied && !withText ? t('copied') : ''}
      </span>
    </Button>
  );
}
