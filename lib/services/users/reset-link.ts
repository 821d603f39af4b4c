import { defineLinkVerb } from './define-link-verb';

/** Makes a link to choose a new password with; the old one stays until it is used. */
export const resetLink = defineLinkVerb('users.resetLink', { action: 'user.resetLink', purpose: 'reset' });
