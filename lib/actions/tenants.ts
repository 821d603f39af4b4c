'use server';

import { createTenant as create } from '@/lib/services/tenants/create';
import { inviteTenantAdmin as invite } from '@/lib/services/tenants/invite-admin';
import { removeTenant as remove } from '@/lib/services/tenants/remove';
import { removeTenantAdmin as removeAdmin } from '@/lib/services/tenants/remove-admin';
import { setTenantRoles as setRoles } from '@/lib/services/tenants/set-roles';
import { updateTenant as update } from '@/lib/services/tenants/update';
import { runTenantVerb, runVerb } from './run';

export const createTenant = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const updateTenant = async (project: string, input: unknown) => runVerb(update, { project }, input);
export const removeTenant = async (project: string, input: unknown) => runVerb(remove, { project }, input);
export const inviteTenantAdmin = async (project: string, input: unknown) => runVerb(invite, { project }, input);
export const removeTenantAdmin = async (project: string, input: unknown) => runVerb(removeAdmin, { project }, input);
export const setTenantRoles = async (at: { project: string; tenant: string }, input: unknown) =>
  runTenantVerb(setRoles, at, input);
