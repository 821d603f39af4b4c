/** The key of a membership's item. */
export const membershipKey = (flag: string, id: string): string => `${flag}/${id}`;

/** Flag and id of such a key; a flag's key holds no slash. */
export function splitMembershipKey(key: string): { flag: string; id: string } {
  const slash = key.indexOf('/');
  return { flag: key.slice(0, slash), id: key.slice(slash + 1) };
}
