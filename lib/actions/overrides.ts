'use server';

import { clearOverride as clear } from '@/lib/services/overrides/clear';
import { setOverride as set } from '@/lib/services/overrides/set';
import { setManyOverrides as setMany } from '@/lib/services/overrides/set-many';
import { runTenantVerb, runVerb } from './run';

interface TenantPlace {
  project: string;
  tenant: string;
}

export const setOverride = async (at: TenantPlace, input: unknown) => runTenantVerb(set, at, input);
export const clearOverride = async (at: TenantPlace, input: unknown) => runTenantVerb(clear, at, input);
export const setManyOverrides = async (project: string, input: unknown) => runVerb(setMany, { project }, input);
