'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import { type ConfigurationPlace, useAfterWrite } from './use-after-write';
import { useUndo } from './use-undo';

/** Says that a write was done, with a button that takes it back; `text` is in the reader's language. */
export function useAnnounce(place: ConfigurationPlace) {
  const common = useTranslations('common');
  const afterWrite = useAfterWrite(place);
  const undo = useUndo(place);
  return (view: ConfigurationView, text: string): void => {
    afterWrite(view);
    toast.success(text, {
      duration: 10_000,
      action: { label: common('undo'), onClick: () => undo.mutate(view.version) },
    });
  };
}
