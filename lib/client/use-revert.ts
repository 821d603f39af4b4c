'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { revertConfiguration } from '@/lib/actions/configurations';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import type { ConfigurationPlace } from './use-after-write';
import { refusalOf, useAction } from './use-action';
import { useAnnounce } from './use-announce';

export interface Revert {
  /** The version to go back to. */
  to: number;
  comment?: string;
}

/** Brings back what a configuration was at a version, as a change of its own. */
export function useRevert(place: ConfigurationPlace) {
  const t = useTranslations('history.revert');
  const announce = useAnnounce(place);
  const { project, flag, environment } = place;
  return useAction<ConfigurationView, Revert>(
    (asked) => revertConfiguration(project, { flag, environment, ...asked }),
    {
      onSuccess: (view, { to }) => announce(view, t('done', { version: to })),
      onError: (error) => toast.error(t('failed'), { description: refusalOf(error)?.message }),
    },
  );
}
