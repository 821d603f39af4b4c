import { defineArchiving } from './set-archived';

/** Takes a flag out of every environment's answers until it is restored. */
export const archiveFlag = defineArchiving('flags.archive', true);
