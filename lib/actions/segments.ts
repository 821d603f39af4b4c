'use server';

import { addSegmentMembers as addMembers } from '@/lib/services/segments/add-members';
import { createSegment as create } from '@/lib/services/segments/create';
import { removeSegment as remove } from '@/lib/services/segments/remove';
import { removeSegmentMembers as removeMembers } from '@/lib/services/segments/remove-members';
import { updateSegmentContent as update } from '@/lib/services/segments/update-content';
import { runVerb } from './run';

export const createSegment = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const updateSegmentContent = async (project: string, input: unknown) => runVerb(update, { project }, input);
export const removeSegment = async (project: string, input: unknown) => runVerb(remove, { project }, input);
export const addSegmentMembers = async (project: string, input: unknown) => runVerb(addMembers, { project }, input);
export const removeSegmentMembers = async (project: string, input: unknown) =>
  runVerb(removeMembers, { project }, input);
