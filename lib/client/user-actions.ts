import {
  createUser,
  disableUser,
  enableUser,
  inviteLink,
  removeUser,
  resetLink,
  setUserRole,
  signUserOut,
} from '@/lib/actions/users';

type One = { id: string };

/** What an administrator does with accounts. */
export const userActions = {
  create: (input: unknown) => createUser(input),
  setRole: (input: unknown) => setUserRole(input),
  disable: (input: One) => disableUser(input),
  enable: (input: One) => enableUser(input),
  inviteLink: (input: One) => inviteLink(input),
  resetLink: (input: One) => resetLink(input),
  signOut: (input: One) => signUserOut(input),
  remove: (input: One) => removeUser(input),
};
