/** The command was called wrongly; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A value that must be there. */
export function needed(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`${name} is needed`);
  return value;
}
