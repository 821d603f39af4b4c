'use client';

import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { disableFlag, enableFlag, followDefault, undoChange } from '@/lib/actions/configurations';
import type { FlagState } from '@/lib/engine/types';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagEnvironmentState, FlagListItem } from '@/lib/services/flags/types';
import type { Page } from '@/lib/services/page';
import { queryKeys } from './query-keys';
import { refusalOf, useAction } from './use-action';

export interface SwitchRequest {
  flag: string;
  environment: EnvironmentView;
  from: FlagState;
  to: FlagState;
  comment?: string;
}
type Lists = InfiniteData<Page<FlagListItem>>;

const ACTIONS = { on: enableFlag, off: disableFlag, default: followDefault };
const UNDO_MS = 10_000;

/** Sets the states of flags at once on the screen, takes it back if the server refuses, and offers to undo. */
export function useSwitchFlag(project: string) {
  const t = useTranslations('flags');
  const client = useQueryClient();
  const lists = { queryKey: queryKeys.flagLists(project) };

  const show = (flag: string, environment: string, next: Partial<FlagEnvironmentState>): void => {
    client.setQueriesData<Lists>(lists, (data) => data && withState(data, flag, environment, next));
  };
  const settle = (configuration: ConfigurationView): void => {
    const { flag, environment, state, killed, version } = configuration;
    show(flag, environment, { state, killed, version });
    client.setQueryData(queryKeys.configuration(project, flag, environment), configuration);
    void client.invalidateQueries({ queryKey: queryKeys.revisions(project, flag, environment) });
  };
  const onError = (error: Error): void => {
    toast.error(t('toast.failed'), { description: refusalOf(error)?.message });
  };

  const undo = useAction<ConfigurationView, { flag: string; environment: string; version: number }>(
    async (input) => undoChange(project, { ...input, comment: t('toast.undoComment', { version: input.version }) }),
    {
      onSuccess: (configuration) => {
        settle(configuration);
        toast.success(t('toast.undone'));
      },
      onError,
    },
  );
  return useAction<ConfigurationView, SwitchRequest, Pick<FlagEnvironmentState, 'state'> | undefined>(
    async ({ flag, environment, to, comment }) => ACTIONS[to](project, { flag, environment: environment.key, comment }),
    {
      onMutate: async ({ flag, environment, to }) => {
        await client.cancelQueries(lists);
        const before = findState(client.getQueriesData<Lists>(lists), flag, environment.key);
        show(flag, environment.key, { state: to });
        return before && { state: before.state };
      },
      // Only this switch goes back: others may have been thrown meanwhile.
      onError: (error, { flag, environment }, before) => {
        if (before) show(flag, environment.key, before);
        onError(error);
      },
      onSuccess: (configuration, { flag, environment, to }) => {
        settle(configuration);
        const { version } = configuration;
        toast.success(t(`toast.${to}`, { flag, environment: environment.name }), {
          duration: UNDO_MS,
          action: {
            label: t('toast.undo'),
            onClick: () => undo.mutate({ flag, environment: environment.key, version }),
          },
        });
      },
    },
  );
}

function findState(
  lists: readonly (readonly [unknown, Lists | undefined])[],
  flag: string,
  environment: string,
): FlagEnvironmentState | undefined {
  for (const [, data] of lists) {
    for (const { items } of data?.pages ?? []) {
      const found = items.find(({ key }) => key === flag);
      if (found) return found.environments[environment];
    }
  }
  return undefined;
}

function withState(data: Lists, flag: string, environment: string, next: Partial<FlagEnvironmentState>): Lists {
  // Lists that only choose a flag share the key's beginning, but hold one page without pages.
  if (!Array.isArray(data.pages)) return data;
  const change = (item: FlagListItem): FlagListItem => {
    const current = item.environments[environment];
    if (item.key !== flag || !current) return item;
    return { ...item, environments: { ...item.environments, [environment]: { ...current, ...next } } };
  };
  const holds = (page: Page<FlagListItem>): boolean => page.items.some(({ key }) => key === flag);
  return {
    ...data,
    pages: data.pages.map((page) => (holds(page) ? { ...page, items: page.items.map(change) } : page)),
  };
}
