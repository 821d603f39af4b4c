'use server';

import { createRole as create } from '@/lib/services/roles/create';
import { removeRole as remove } from '@/lib/services/roles/remove';
import { updateRole as update } from '@/lib/services/roles/update';
import { runInstallationVerb } from './run';

export const createRole = async (input: unknown) => runInstallationVerb(create, input);
export const updateRole = async (input: unknown) => runInstallationVerb(update, input);
export const removeRole = async (input: unknown) => runInstallationVerb(remove, input);
