'use server';

import { putAttribute as put } from '@/lib/services/attributes/put';
import { removeAttribute as remove } from '@/lib/services/attributes/remove';
import { runVerb } from './run';

export const putAttribute = async (project: string, input: unknown) => runVerb(put, { project }, input);
export const removeAttribute = async (project: string, input: unknown) => runVerb(remove, { project }, input);
