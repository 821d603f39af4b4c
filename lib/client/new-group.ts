/** A name for writes that belong together, for those that have to wait to wait as one. */
export const newGroup = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
