'use server';

import { applyRequest as apply } from '@/lib/services/approvals/apply-request';
import { createChangeRequest as create } from '@/lib/services/approvals/create';
import {
  approveRequest as approve,
  cancelRequest as cancel,
  commentOnRequest as comment,
  rejectRequest as reject,
  requestChanges as change,
} from '@/lib/services/approvals/decide';
import { rebaseRequest as rebase } from '@/lib/services/approvals/rebase';
import { revertRequest as revert } from '@/lib/services/approvals/revert-request';
import { runVerb } from './run';

export const createChangeRequest = async (project: string, input: unknown) => runVerb(create, { project }, input);
export const approveRequest = async (project: string, input: unknown) => runVerb(approve, { project }, input);
export const rejectRequest = async (project: string, input: unknown) => runVerb(reject, { project }, input);
export const requestChanges = async (project: string, input: unknown) => runVerb(change, { project }, input);
export const commentOnRequest = async (project: string, input: unknown) => runVerb(comment, { project }, input);
export const cancelRequest = async (project: string, input: unknown) => runVerb(cancel, { project }, input);
export const applyRequest = async (project: string, input: unknown) => runVerb(apply, { project }, input);
export const rebaseRequest = async (project: string, input: unknown) => runVerb(rebase, { project }, input);
export const revertRequest = async (project: string, input: unknown) => runVerb(revert, { project }, input);
