import { userPatchSchema } from '@/lib/schemas/user';
import { idSchema } from '@/lib/schemas/text';
import { defineUserWrite, ENDS_SESSIONS } from './define-user-write';

/** Changes name, language, or whether the user is kept out. */
export const updateUser = defineUserWrite({
  verbName: 'users.update',
  action: 'user.update',
  input: userPatchSchema.extend({ id: idSchema }),
  isVersioned: true,
  change: async (_tx, row, { name, locale, disabled }) => {
    const isShut = disabled === true && !row.disabled;
    const same =
      (name ?? row.name) === row.name &&
      (locale === undefined ? row.locale : locale) === row.locale &&
      (disabled ?? row.disabled) === row.disabled;
    return same ? null : { name, locale, disabled, ...(isShut ? ENDS_SESSIONS : {}) };
  },
});
