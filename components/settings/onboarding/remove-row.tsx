'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** Takes a row out of its list. */
export function RemoveRow({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useTranslations('common');
  return (
    <Button
      variant="ghost"
      size="icon"
      className="shrink-0 text-muted-foreground"
      aria-label={t('removeValue', { value: name })}
      onClick={onRemove}
    >
      <X />
    </Button>
  );
}
