'use server';

import { changeConfiguration as change } from '@/lib/services/configurations/change';
import { revertConfiguration as revert } from '@/lib/services/configurations/revert';
import {
  disableFlag as disable,
  enableFlag as enable,
  followDefault as follow,
  killFlag as kill,
  reviveFlag as revive,
} from '@/lib/services/configurations/set-state';
import { undoChange as undo } from '@/lib/services/configurations/undo';
import { runVerb } from './run';

export const changeConfiguration = async (project: string, input: unknown) => runVerb(change, { project }, input);
export const enableFlag = async (project: string, input: unknown) => runVerb(enable, { project }, input);
export const disableFlag = async (project: string, input: unknown) => runVerb(disable, { project }, input);
export const followDefault = async (project: string, input: unknown) => runVerb(follow, { project }, input);
export const killFlag = async (project: string, input: unknown) => runVerb(kill, { project }, input);
export const reviveFlag = async (project: string, input: unknown) => runVerb(revive, { project }, input);
export const undoChange = async (project: string, input: unknown) => runVerb(undo, { project }, input);
export const revertConfiguration = async (project: string, input: unknown) => runVerb(revert, { project }, input);
