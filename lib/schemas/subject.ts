import { isStorable } from './text';

const MOST = 512;

/** Whether a text can be the targeting key of a stored subject. */
export const isSubjectKey = (key: string): boolean => key !== '' && key.length <= MOST && isStorable(key);
