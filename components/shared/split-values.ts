/** The distinct, trimmed, non-empty values of a pasted list: lines, tabs, commas and semicolons separate. */
export function splitValues(text: string): string[] {
  const parts = text.split(/[\r\n\t,;]+/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
