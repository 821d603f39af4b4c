const MOST = 200;

/** A key for a name: "New checkout!" → `new-checkout`. Empty if nothing of it can be in a key. */
export const keyFor = (name: string): string =>
  name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '');
