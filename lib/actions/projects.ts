'use server';

import { createProject as create } from '@/lib/services/projects/create';
import { removeProject as remove } from '@/lib/services/projects/remove';
import { updateProject as update } from '@/lib/services/projects/update';
import { runInstallationVerb } from './run';

export const createProject = async (input: unknown) => runInstallationVerb(create, input);
export const updateProject = async (input: unknown) => runInstallationVerb(update, input);
export const removeProject = async (input: unknown) => runInstallationVerb(remove, input);
