import { defineLinkVerb } from './define-link-verb';

/** Makes a new invitation for a user; the one before stops working. */
export const inviteLink = defineLinkVerb('users.inviteLink', { action: 'user.inviteLink', purpose: 'invite' });
