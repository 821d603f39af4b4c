'use server';

import { closeSession, openSession } from '@/lib/auth/open-session';
import { userInInstallation } from '@/lib/auth/session';
import { changePassword as change } from '@/lib/services/users/change-password';
import { signOutOwn } from '@/lib/services/users/sign-out-own';
import { updateOwnProfile } from '@/lib/services/users/update-own';
import { runAction, runInstallationVerb } from './run';

/** Changes the own password; the other browsers are signed out. */
export const changePassword = async (input: unknown) =>
  runAction(async () => openSession(await change(await userInInstallation(), input)));

/** Signs the own account out of every browser, this one too. */
export const signOutEverywhere = async () =>
  runAction(async () => {
    await signOutOwn(await userInInstallation());
    await closeSession();
  });

export const updateProfile = async (input: unknown) => runInstallationVerb(updateOwnProfile, input);
