'use server';

import { createUser as create } from '@/lib/services/users/create';
import { disableUser as disable } from '@/lib/services/users/disable';
import { enableUser as enable } from '@/lib/services/users/enable';
import { inviteLink as invite } from '@/lib/services/users/invite-link';
import { removeUser as remove } from '@/lib/services/users/remove';
import { resetLink as reset } from '@/lib/services/users/reset-link';
import { setUserRole as setRole } from '@/lib/services/users/set-role';
import { signOutEverywhere } from '@/lib/services/users/sign-out-everywhere';
import { runInstallationVerb } from './run';

export const createUser = async (input: unknown) => runInstallationVerb(create, input);
export const setUserRole = async (input: unknown) => runInstallationVerb(setRole, input);
export const disableUser = async (input: unknown) => runInstallationVerb(disable, input);
export const enableUser = async (input: unknown) => runInstallationVerb(enable, input);
export const inviteLink = async (input: unknown) => runInstallationVerb(invite, input);
export const resetLink = async (input: unknown) => runInstallationVerb(reset, input);
export const signUserOut = async (input: unknown) => runInstallationVerb(signOutEverywhere, input);
export const removeUser = async (input: unknown) => runInstallationVerb(remove, input);
