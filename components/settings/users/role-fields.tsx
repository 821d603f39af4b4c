'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useEnvironments } from '@/lib/client/use-environments';
import type { RoleView } from '@/lib/services/roles/types';
import { SelectField } from '@/components/shared/select-field';
import { useRoleName } from './use-role-options';

export interface RoleChoices {
  roles: readonly RoleView[];
  projects: readonly { key: string; name: string }[];
}

/** Which role, and where it counts: everywhere, in a project, or in one of its environments. */
export function RoleFields({ roles, projects, prefix = '' }: RoleChoices & { prefix?: string }) {
  const t = useTranslations('settings.user');
  const nameOf = useRoleName();
  const { watch, setValue } = useFormContext();
  const project: unknown = watch(`${prefix}project`);
  const chosen = typeof project === 'string' ? project : null;
  const environments = useEnvironments(chosen);
  const environment: unknown = watch(`${prefix}environment`);
  const options = environments.map(({ key, name }) => ({ value: key, label: name }));
  // Until the environments are read, the one that is held shows by its key.
  if (typeof environment === 'string' && !options.some(({ value }) => value === environment))
    options.push({ value: environment, label: environment });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name={`${prefix}role`}
        label={t('role')}
        options={roles.map((role) => ({ value: role.key, label: nameOf(role) }))}
      />
      <SelectField
        name={`${prefix}project`}
        label={t('where')}
        none={t('everywhere')}
        options={projects.map(({ key, name }) => ({ value: key, label: name }))}
        onChoose={() => setValue(`${prefix}environment`, undefined)}
      />
      {chosen !== null && (
        <div className="sm:col-start-2">
          <SelectField
            name={`${prefix}environment`}
            label={t('environment')}
            none={t('everyEnvironment')}
            options={options}
          />
        </div>
      )}
    </div>
  );
}
