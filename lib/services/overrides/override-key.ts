/** The key of a tenant's override of a flag, as an item. */
export const overrideKey = (flag: string, tenant: string): string => `${flag}/${tenant}`;

/** Flag and tenant of such a key; neither holds a slash. */
export function splitOverrideKey(key: string): { flag: string; tenant: string } {
  const slash = key.indexOf('/');
  return { flag: key.slice(0, slash), tenant: key.slice(slash + 1) };
}
