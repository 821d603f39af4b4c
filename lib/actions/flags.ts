'use server';

import { archiveFlag as archive } from '@/lib/services/flags/archive';
import { createFlag as create } from '@/lib/services/flags/create';
import { removeFlag as remove } from '@/lib/services/flags/remove';
import { restoreFlag as restore } from '@/lib/services/flags/restore';
import { updateFlag as update } from '@/lib/services/flags/update';
import { runVerb } from './run';

export const createFlag = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const updateFlag = async (project: string, input: unknown) => runVerb(update, { project }, input);
export const archiveFlag = async (project: string, input: unknown) => runVerb(archive, { project }, input);
export const restoreFlag = async (project: string, input: unknown) => runVerb(restore, { project }, input);
export const removeFlag = async (project: string, input: unknown) => runVerb(remove, { project }, input);
