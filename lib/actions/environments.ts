'use server';

import { createEnvironment as create } from '@/lib/services/environments/create';
import { removeEnvironment as remove } from '@/lib/services/environments/remove';
import { renewSigningSecret as renew } from '@/lib/services/environments/renew-secret';
import { updateEnvironment as update } from '@/lib/services/environments/update';
import { runVerb } from './run';

export const createEnvironment = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const updateEnvironment = async (project: string, input: unknown) => runVerb(update, { project }, input);
export const removeEnvironment = async (project: string, input: unknown) => runVerb(remove, { project }, input);
export const renewSigningSecret = async (project: string, input: unknown) => runVerb(renew, { project }, input);
