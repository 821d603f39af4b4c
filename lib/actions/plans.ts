'use server';

import { advancePlan as advance } from '@/lib/services/plans/advance';
import { createPlan as create } from '@/lib/services/plans/create';
import { pausePlan as pause } from '@/lib/services/plans/pause';
import { removePlan as remove } from '@/lib/services/plans/remove';
import { resumePlan as resume } from '@/lib/services/plans/resume';
import { rollbackPlan as rollback } from '@/lib/services/plans/rollback';
import { startPlan as start } from '@/lib/services/plans/start';
import { updatePlan as update } from '@/lib/services/plans/update';
import { runVerb } from './run';

export const createPlan = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const updatePlan = async (project: string, input: unknown) => runVerb(update, { project }, input);
export const removePlan = async (project: string, input: unknown) => runVerb(remove, { project }, input);
export const startPlan = async (project: string, input: unknown) => runVerb(start, { project }, input);
export const pausePlan = async (project: string, input: unknown) => runVerb(pause, { project }, input);
export const resumePlan = async (project: string, input: unknown) => runVerb(resume, { project }, input);
export const advancePlan = async (project: string, input: unknown) => runVerb(advance, { project }, input);
export const rollbackPlan = async (project: string, input: unknown) => runVerb(rollback, { project }, input);
