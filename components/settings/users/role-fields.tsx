'use client';

import { useTranslations } from 'next-intl';
import { FormControl, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { RoleView } from '@/lib/services/roles/types';
import { useRoleName } from './use-role-options';

interface Option {
  value: string;
  label: string;
}

/** Radix has no empty value. */
export const EVERYWHERE = '*';

function SelectField({ name, label, options }: { name: string; label: string; options: readonly Option[] }) {
  return (
    <FormField
      name={name}
      render={({ field }) => (
        <FormItem>
          <FormLabel>{label}</FormLabel>
          <Select
            value={field.value ?? EVERYWHERE}
            onValueChange={(value) => field.onChange(value === EVERYWHERE ? undefined : value)}
          >
            <FormControl>
              <SelectTrigger>
                <SelectValue />
              </SelectTrigger>
            </FormControl>
            <SelectContent>
              {options.map((option) => (
                <SelectItem key={option.value} value={option.value}>
                  {option.label}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
          <FormMessage />
        </FormItem>
      )}
    />
  );
}

/** Which role, and where it counts: everywhere or in one project. Inside a form with `role` and `project`. */
export function RoleFields({
  roles,
  projects,
}: {
  roles: readonly RoleView[];
  projects: readonly { key: string; name: string }[];
}) {
  const t = useTranslations('settings.user');
  const nameOf = useRoleName();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="role"
        label={t('role')}
        options={roles.map((role) => ({ value: role.key, label: nameOf(role) }))}
      />
      <SelectField
        name="project"
        label={t('where')}
        options={[
          { value: EVERYWHERE, label: t('everywhere') },
          ...projects.map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
    </div>
  );
}
