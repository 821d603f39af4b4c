'use server';

import { updateOnboarding as update } from '@/lib/services/onboarding/update';
import { runVerb } from './run';

export const updateOnboarding = async (project: string, input: unknown) => runVerb(update, { project }, input);
