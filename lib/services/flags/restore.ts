import { defineArchiving } from './set-archived';

/** Brings an archived flag back as it was. */
export const restoreFlag = defineArchiving('flags.restore', false);
