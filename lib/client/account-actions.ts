import { changePassword, signOutEverywhere, updateProfile } from '@/lib/actions/account';

/** What one does with the own account. */
export const accountActions = {
  changePassword: (input: unknown) => changePassword(input),
  signOutEverywhere: () => signOutEverywhere(),
  updateProfile: (input: unknown) => updateProfile(input),
};
