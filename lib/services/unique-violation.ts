/** Whether a write failed because a row with this key is there already. */
export const isUniqueViolation = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'P2002';
