'use server';

import { createSchedule as create } from '@/lib/services/schedules/create';
import { cancelSchedule as cancel } from '@/lib/services/schedules/remove';
import { runSchedule as run } from '@/lib/services/schedules/run';
import { updateSchedule as update } from '@/lib/services/schedules/update';
import { runVerb } from './run';

export const createSchedule = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const updateSchedule = async (project: string, input: unknown) => runVerb(update, { project }, input);
export const cancelSchedule = async (project: string, input: unknown) => runVerb(cancel, { project }, input);
export const runSchedule = async (project: string, input: unknown) => runVerb(run, { project }, input);
