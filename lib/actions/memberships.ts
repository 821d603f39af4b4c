'use server';

import { addMemberships as addMany } from '@/lib/services/memberships/add-many';
import { createMembership as create } from '@/lib/services/memberships/create';
import { removeMembership as remove } from '@/lib/services/memberships/remove';
import { syncMemberships as sync } from '@/lib/services/memberships/sync';
import { updateMembership as update } from '@/lib/services/memberships/update';
import { runVerb } from './run';

export const createMembership = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const addMemberships = async (project: string, input: unknown) => runVerb(addMany, { project }, input);
export const updateMembership = async (project: string, input: unknown) => runVerb(update, { project }, input);
export const removeMembership = async (project: string, input: unknown) => runVerb(remove, { project }, input);
export const syncMemberships = async (project: string, input: unknown) => runVerb(sync, { project }, input);
