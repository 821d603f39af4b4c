'use server';

import { createSubject as create } from '@/lib/services/subjects/create';
import { eraseSubject as erase } from '@/lib/services/subjects/erase';
import { updateSubject as update } from '@/lib/services/subjects/update';
import { runVerb } from './run';

export const createSubject = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const updateSubject = async (project: string, input: unknown) => runVerb(update, { project }, input);
export const eraseSubject = async (project: string, input: unknown) => runVerb(erase, { project }, input);
