'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { killFlag, reviveFlag } from '@/lib/actions/configurations';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import type { ConfigurationPlace } from './use-after-write';
import { refusalOf, useAction } from './use-action';
import { useAnnounce } from './use-announce';

export interface KillSwitch {
  kill: boolean;
  comment?: string;
}

/** Kills or revives a flag in an environment. */
export function useKillSwitch(place: ConfigurationPlace) {
  const t = useTranslations('targeting.kill');
  const announce = useAnnounce(place);
  const { project, flag, environment } = place;
  return useAction<ConfigurationView, KillSwitch>(
    ({ kill, comment }) => (kill ? killFlag : reviveFlag)(project, { flag, environment, comment }),
    {
      onSuccess: (view, { kill }) => announce(view, kill ? t('killed') : t('revived')),
      onError: (error) => toast.error(t('failed'), { description: refusalOf(error)?.message }),
    },
  );
}
