'use server';

import { createApiKey as create } from '@/lib/services/keys/create';
import { revokeApiKey as revoke } from '@/lib/services/keys/revoke';
import { runVerb } from './run';

export const createApiKey = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const revokeApiKey = async (project: string, input: unknown) => runVerb(revoke, { project }, input);
